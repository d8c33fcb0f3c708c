package io.heddle.scenarios.result;

import io.heddle.scenarios.scenario.Scenario;
import java.util.List;

/**
 * What came out of a scenario.
 *
 * @param cases in the scenario's order; fewer than it has if only some were run
 */
public record ScenarioResult(Scenario scenario, List<CaseResult> cases) {

    public ScenarioResult {
        cases = List.copyOf(cases);
    }

    /** Whether every expectation of every case holds. */
    public boolean holds() {
        return cases.stream().allMatch(CaseResult::holds);
    }

    public List<Judgement> judgements() {
        return cases.stream().flatMap(each -> each.judgements().stream()).toList();
    }
}
