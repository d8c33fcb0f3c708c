package io.heddle.scenarios.cli;

import io.heddle.cni.report.HttpController;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.ControllerFile;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Problems;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A controller that starts, takes reports and ends, in a directory of its own and on a port of loopback: what {@link TrainingRun} is for. */
final class ControllerTraining {

    /** Enough that the virtual machine keeps profiles of what a report runs through, see docs/decisions/0007. */
    private static final int REPORTS = 200;

    private ControllerTraining() {}

    /** The log goes to {@code log}. */
    static void run(PrintStream log) throws IOException, InputException {
        Path directory = Files.createTempDirectory("heddle-training");
        try {
            Path file = Files.writeString(directory.resolve("controller.yaml"), """
                    heddle: controller/1
                    name: training
                    fabric: {scenario: calico-as-per-rack}
                    store: {directory: store}
                    http: {listen: "127.0.0.1:0"}
                    """);
            Problems problems = new Problems();
            ControllerConfig config = ControllerFile.read(file, List.of(), problems)
                    .orElseThrow(() -> new InputException(problems.toString()));
            ScenarioCase chosen = CaseRun.choose(
                    ScenarioSource.find(config.fabric().scenario(), List.of()),
                    config.fabric().chosen());
            Plan plan = RenderCommand.plan(chosen);
            try (ControllerDaemon daemon = ControllerDaemon.start(
                    config,
                    plan,
                    chosen.devices(),
                    log,
                    new ControllerDaemon.Clocks(InstantSource.system(), System::nanoTime))) {
                report(daemon);
            }
        } finally {
            remove(directory);
        }
    }

    private static void report(ControllerDaemon daemon) throws IOException {
        NodePlace node = daemon.loop().state().layout().nodes().values().getFirst();
        IpAddress address = node.planned().getFirst().address().plus(5);
        Endpoint pod = new Endpoint(
                Optional.of("default/pod"),
                node.name(),
                Endpoint.macOf(address),
                Optional.of(address),
                Optional.empty());
        HttpController agent = new HttpController(
                List.of(URI.create(
                        "http://127.0.0.1:" + daemon.address().orElseThrow().getPort())),
                Optional.empty());
        for (int i = 1; i <= REPORTS; i++) {
            AgentEvent event = i % 2 == 0
                    ? new AgentEvent.PodDetached(i, "pod", "eth0", List.of(address), i)
                    : new AgentEvent.PodAttached(i, "pod", "eth0", node.network(), pod, i);
            agent.send(new AgentReport(node.name(), i == 1, i, List.of(event)));
        }
    }

    private static void remove(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path each : paths.toList().reversed()) {
                Files.delete(each);
            }
        }
    }
}
