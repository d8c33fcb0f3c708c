package io.heddle.scenarios.scenario;

import java.util.List;

/**
 * A scenario as read.
 *
 * @param why one sentence: what it shows
 * @param source where its figures come from; empty if it does not say
 * @param cases at least one, in the order written
 */
public record Scenario(String name, String title, String why, String source, List<ScenarioCase> cases) {

    public Scenario {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("scenario " + name + " has no case");
        }
    }
}
