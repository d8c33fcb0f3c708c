package io.heddle.scenarios.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.run.Progress;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.topology.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultJsonTest {

    private static Map<?, ?> schema() throws IOException {
        return JsonTree.parse(Files.readString(Path.of("../../docs/schema/result-1.schema.json")));
    }

    private static ScenarioResult run(String name) {
        Scenario scenario = Library.find(name, List.of(), new Problems()).orElseThrow();
        List<CaseResult> cases = scenario.cases().stream()
                .map(each -> Runner.run(each, Progress.SILENT).orThrow())
                .toList();
        return new ScenarioResult(scenario, cases);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dell-kubeflow-rack", "calico-as-per-rack", "sonic-sixth-vtep", "os10-overlay-nexthops"})
    void everyResultIsAsTheSchemaSays(String name) throws IOException {
        Map<?, ?> json = JsonTree.parse(ResultJson.of(run(name), 12));

        assertThat(SchemaCheck.violations(schema(), json)).isEmpty();
        assertThat(json.get("scenario")).isEqualTo(name);
        assertThat(json.get("verdict")).isEqualTo("pass");
        assertThat(json.get("elapsedMillis")).isEqualTo(12L);
    }

    @Test
    void aTableHasUseLimitAndSource() throws IOException {
        Map<?, ?> json = JsonTree.parse(ResultJson.of(run("sonic-sixth-vtep"), 0));

        assertThat(json.toString()).contains("name=leaf-1-1", "remote_vtep={used=", "limit=5", "source=");
    }

    @Test
    void theCheckFindsWhatIsWrong() throws IOException {
        Map<?, ?> wrong = JsonTree.parse("{\"format\":\"heddle-result/9\",\"more\":1}");

        assertThat(SchemaCheck.violations(schema(), wrong))
                .contains("$: more is not in the schema", "$: scenario is missing")
                .anyMatch(each -> each.startsWith("$.format"));
    }
}
