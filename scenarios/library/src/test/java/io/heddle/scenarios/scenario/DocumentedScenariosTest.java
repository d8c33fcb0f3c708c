package io.heddle.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.run.Runner;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.SourceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code docs/scenario-format.md} shows can be read, and holds. */
class DocumentedScenariosTest {

    private static final Path DOCUMENT = Path.of("../../docs/scenario-format.md");

    @TestFactory
    List<DynamicTest> everyDocumentedScenarioHolds() throws IOException {
        List<String> examples = Pattern.compile("```yaml\n(heddle: scenario/1\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
        assertThat(examples).hasSize(3);
        return examples.stream()
                .map(each -> DynamicTest.dynamicTest(each.substring(0, each.indexOf("title")), () -> holds(each)))
                .toList();
    }

    private static void holds(String text) {
        Problems problems = new Problems();
        Scenario scenario = ScenarioReader.read(
                        "example", text.getBytes(StandardCharsets.UTF_8), SourceFiles.none(), List.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()));
        for (ScenarioCase each : scenario.cases()) {
            assertThat(Runner.run(each).orThrow().judgements())
                    .as(each.name())
                    .isNotEmpty()
                    .allMatch(Judgement::holds);
        }
    }
}
