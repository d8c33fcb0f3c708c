package io.heddle.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every expectation of the library can fail, and does on a mutant that is close to the scenario. */
class MutantsTest {

    /**
     * A changed scenario.
     *
     * @param subject {@code scenario/case}
     */
    private record Mutant(String subject, List<Setting> settings) {

        static Mutant parse(String line) {
            int colon = line.indexOf(": ");
            List<Setting> settings = Stream.of(line.substring(colon + 2).split(" ; ", -1))
                    .map(Setting::parse)
                    .toList();
            String subject = line.substring(0, colon);
            return new Mutant(subject.contains("/") ? subject : subject + "/" + subject, settings);
        }

        @Override
        public String toString() {
            return subject + " with " + settings;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExpectationFailsOnSomeMutant() throws IOException {
        List<Mutant> mutants = mutants();
        return Library.names().stream().flatMap(name -> scenario(name, List.of()).cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        name + "/" + each.name(),
                        () -> allFail(
                                each,
                                mutants.stream()
                                        .filter(mutant -> mutant.subject().equals(name + "/" + each.name()))
                                        .toList()))));
    }

    @TestFactory
    Stream<DynamicTest> noMutantChangesWhatIsExpected() throws IOException {
        return mutants().stream()
                .map(mutant -> DynamicTest.dynamicTest(mutant.toString(), () -> assertThat(mutant.settings())
                        .noneMatch(each -> each.text().startsWith("expect")
                                || each.text().startsWith("cases")
                                || each.text().startsWith("capacity"))));
    }

    private static void allFail(ScenarioCase unchanged, List<Mutant> mutants) {
        Set<String> failed = new HashSet<>();
        for (Mutant mutant : mutants) {
            List<String> texts = failures(mutant);
            assertThat(failed.addAll(texts))
                    .as(mutant + " fails something new, not only " + texts)
                    .isTrue();
        }
        List<Judgement> judgements = Runner.run(unchanged).orThrow().judgements();
        assertThat(judgements.stream().map(Judgement::text).filter(each -> !failed.contains(each)))
                .as("expectations that no mutant fails")
                .isEmpty();
    }

    private static List<String> failures(Mutant mutant) {
        int slash = mutant.subject().indexOf('/');
        ScenarioCase changed = scenario(mutant.subject().substring(0, slash), mutant.settings()).cases().stream()
                .filter(each -> each.name().equals(mutant.subject().substring(slash + 1)))
                .findFirst()
                .orElseThrow();
        return Runner.run(changed).orThrow().judgements().stream()
                .filter(each -> !each.holds())
                .map(Judgement::text)
                .toList();
    }

    private static Scenario scenario(String name, List<Setting> settings) {
        Problems problems = new Problems();
        return Library.find(name, settings, problems).orElseThrow(() -> new AssertionError(problems.toString()));
    }

    private static List<Mutant> mutants() throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        try (InputStream in = MutantsTest.class.getResourceAsStream("mutants.txt")) {
            assertThat(in).isNotNull();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Mutant::parse)
                    .forEach(mutants::add);
        }
        return mutants;
    }
}
