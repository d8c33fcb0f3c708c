package io.heddle.test.fabrics;

import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.ControllerFile;
import io.heddle.scenarios.run.FabricSource;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.yaml.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** The only case of a scenario file, planned, and the controller as shipped over it. */
public record PlannedFile(Path scenario, ScenarioCase only, Plan plan) {

    /** Of a file beside a test. */
    public static PlannedFile beside(Class<?> test, String resource) throws URISyntaxException {
        return of(Path.of(Objects.requireNonNull(test.getResource(resource)).toURI()));
    }

    public static PlannedFile of(Path scenario) {
        Problems problems = new Problems();
        ScenarioCase only = ScenarioReader.read(scenario, List.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .cases()
                .getFirst();
        Plan plan = FabricSource.fabric(only.fabric(), only.devices())
                .then(fabric ->
                        Planner.plan(fabric, only.design().orElseThrow(), only.ipam(), only.pods(), only.options()))
                .orThrow();
        return new PlannedFile(scenario, only, plan);
    }

    /**
     * Starts the controller.
     *
     * @param file its configuration
     */
    public ControllerDaemon start(Path file, OutputStream log) throws IOException {
        Problems problems = new Problems();
        ControllerConfig config = ControllerFile.read(file, List.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()));
        return ControllerDaemon.start(
                config,
                plan,
                only.devices(),
                new PrintStream(log, true, StandardCharsets.UTF_8),
                new ControllerDaemon.Clocks(InstantSource.system(), System::nanoTime));
    }
}
