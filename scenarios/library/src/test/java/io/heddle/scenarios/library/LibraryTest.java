package io.heddle.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.yaml.Problems;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LibraryTest {

    @TestFactory
    List<DynamicTest> everyExpectationOfEveryScenarioHolds() {
        return Library.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> holds(name)))
                .toList();
    }

    private static void holds(String name) {
        Problems problems = new Problems();
        Scenario scenario =
                Library.find(name, List.of(), problems).orElseThrow(() -> new AssertionError(problems.toString()));
        assertThat(scenario.name()).isEqualTo(name);
        for (ScenarioCase each : scenario.cases()) {
            CaseResult result = Runner.run(each).orThrow();
            assertThat(result.judgements()).isNotEmpty();
            assertThat(result.judgements()).as(each.name()).allMatch(Judgement::holds);
        }
    }
}
