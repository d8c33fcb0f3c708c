package io.heddle.scenarios.cli;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.cni.report.HttpController;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.ControllerFile;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.controller.southbound.bgp.BgpSouthbound;
import io.heddle.controller.southbound.bgp.BgpSwitch;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
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
import java.util.Random;
import java.util.Set;

/**
 * A controller that starts, takes reports, tells a leaf of them by BGP and ends, in a directory of its own and on ports of loopback: what
 * {@link TrainingRun} is for.
 */
final class ControllerTraining {

    /** Enough that the virtual machine keeps profiles of what a report runs through, see docs/decisions/0007. */
    private static final int REPORTS = 1_000;

    private static final IpAddress CONTROLLER = IpAddress.parse("127.0.0.1");
    private static final IpAddress LEAF = IpAddress.parse("127.2.0.1");
    private static final Asn AS = new Asn(64_999);
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private ControllerTraining() {}

    /** The log goes to {@code log}. */
    static void run(PrintStream log) throws IOException, InputException {
        ScenarioCase chosen = CaseRun.choose(ScenarioSource.find("controllers-announce", List.of()), Optional.empty());
        Plan plan = RenderCommand.plan(chosen);
        NodeProgram node = plan.config().nodes().getFirst();
        DeviceName leaf = node.routedPorts().getFirst().neighbor();
        Asn leafAs = plan.config()
                .findSwitch(leaf)
                .flatMap(SwitchConfig::bgp)
                .orElseThrow()
                .asn();
        Path directory = Files.createTempDirectory("heddle-training");
        try (BgpDriver switchSide = leaf(leafAs)) {
            Path file = Files.writeString(directory.resolve("controller.yaml"), """
                    heddle: controller/1
                    name: training
                    fabric: {scenario: controllers-announce}
                    store: {directory: store}
                    http: {listen: "127.0.0.1:0"}
                    bgp:
                      asn: %s
                      router-id: %s
                      switches: [{switch: %s, address: %s, port: %d, from: %2$s, asn: %s, evpn: false}]
                    """.formatted(
                            AS,
                            CONTROLLER,
                            leaf,
                            LEAF,
                            switchSide.addresses().getFirst().getPort(),
                            leafAs));
            Problems problems = new Problems();
            ControllerConfig config = ControllerFile.read(file, List.of(), problems)
                    .orElseThrow(() -> new InputException(problems.toString()));
            try (ControllerDaemon daemon = ControllerDaemon.start(
                    config,
                    plan,
                    chosen.devices(),
                    log,
                    new ControllerDaemon.Clocks(InstantSource.system(), System::nanoTime))) {
                long end = System.nanoTime() + PATIENCE_NANOS;
                while (!daemon.loop().state().seen(leaf).up() && System.nanoTime() - end < 0) {
                    Thread.onSpinWait();
                }
                report(daemon, node.name());
            }
        } finally {
            remove(directory);
        }
    }

    /** What stands for the leaf: it waits for the controller and keeps what it is told. */
    private static BgpDriver leaf(Asn as) throws IOException {
        BgpSwitch controller = BgpSwitch.of(DeviceName.of("controller"), TransportConfig.of(CONTROLLER), AS)
                .withFamilies(Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST))
                .waiting();
        return BgpDriver.start(
                new BgpSouthbound(
                        as,
                        LEAF,
                        TransportOptions.DEFAULT.listeningOn(new TransportOptions.ListenAddress(LEAF, 0)),
                        List.of(controller)),
                new Random(1),
                fault -> {});
    }

    private static void report(ControllerDaemon daemon, DeviceName name) throws IOException {
        NodePlace node = daemon.loop().state().layout().nodes().get(name).orElseThrow();
        IpAddress address = node.planned().getFirst().address().plus(5);
        Endpoint pod = new Endpoint(
                Optional.of("default/pod"), name, Endpoint.macOf(address), Optional.of(address), Optional.empty());
        HttpController agent = new HttpController(
                List.of(URI.create(
                        "http://127.0.0.1:" + daemon.address().orElseThrow().getPort())),
                Optional.empty());
        for (int i = 1; i <= REPORTS; i++) {
            AgentEvent event = i % 2 == 0
                    ? new AgentEvent.PodDetached(i, "pod", "eth0", List.of(address), i)
                    : new AgentEvent.PodAttached(i, "pod", "eth0", node.network(), pod, i);
            agent.send(new AgentReport(name, i == 1, i, List.of(event)));
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
