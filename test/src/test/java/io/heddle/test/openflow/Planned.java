package io.heddle.test.openflow;

import io.heddle.scenarios.run.FabricSource;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.yaml.Problems;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The only case of a scenario file of this package, planned. */
record Planned(Path scenario, ScenarioCase only, Plan plan) {

    static Planned of(String resource) throws URISyntaxException {
        Path scenario = Path.of(
                Objects.requireNonNull(Planned.class.getResource(resource)).toURI());
        Problems problems = new Problems();
        ScenarioCase only = ScenarioReader.read(scenario, List.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .cases()
                .getFirst();
        Plan plan = FabricSource.fabric(only.fabric(), only.devices())
                .then(fabric ->
                        Planner.plan(fabric, only.design().orElseThrow(), only.ipam(), only.pods(), only.options()))
                .orThrow();
        return new Planned(scenario, only, plan);
    }
}
