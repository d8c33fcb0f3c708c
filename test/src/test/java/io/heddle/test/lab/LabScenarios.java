package io.heddle.test.lab;

import io.heddle.scenarios.run.FabricSource;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans of the scenario files beside these tests. */
final class LabScenarios {

    private LabScenarios() {}

    /** The scenario of this name under this design, changed as {@code --set} does it. */
    static Plan plan(String name, String design, String... settings) {
        URL file = LabScenarios.class.getResource(name + ".yaml");
        if (file == null) {
            throw new IllegalArgumentException("no scenario " + name);
        }
        try {
            Problems problems = new Problems();
            List<Setting> all = Stream.concat(Stream.of("design=" + design), Stream.of(settings))
                    .map(Setting::parse)
                    .toList();
            Optional<Scenario> scenario = ScenarioReader.read(Path.of(file.toURI()), all, problems);
            return plan(scenario.orElseThrow(() -> new IllegalArgumentException(problems.toString()))
                    .cases()
                    .getFirst());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static Plan plan(ScenarioCase each) {
        return FabricSource.fabric(each.fabric(), each.devices())
                .then(fabric ->
                        Planner.plan(fabric, each.design().orElseThrow(), each.ipam(), each.pods(), each.options()))
                .orThrow();
    }
}
