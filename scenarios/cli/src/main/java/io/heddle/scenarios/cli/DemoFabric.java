package io.heddle.scenarios.cli;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.controller.southbound.bgp.BgpSouthbound;
import io.heddle.controller.southbound.bgp.BgpSwitch;
import io.heddle.lab.clock.Deadline;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command.Output;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** The lab of the demo, and beside it a namespace for controllers with a link to each switch. */
final class DemoFabric {

    static final String FIRST = "172.31.0.254";
    static final String SECOND = "172.31.0.253";

    private static final String CONTROLLERS = "hd-demo-controllers";
    private static final Asn AS = new Asn(64999);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GATEWAY = "169.254.1.1";

    final Lab lab;
    private final LabDirectory directory;

    private DemoFabric(Lab lab, LabDirectory directory) {
        this.lab = lab;
        this.directory = directory;
    }

    static DemoFabric build(LabDirectory directory, LabPlan plan, DemoStory story) throws LabException {
        story.say("building " + plan.fabric().switches().size() + " switches and "
                + plan.fabric().nodes().size() + " nodes, a namespace each, real FRR in every switch");
        DemoFabric fabric = new DemoFabric(Lab.up(plan, directory, List.of()), directory);
        story.check(
                fabric.lab.settle(PATIENCE).isFull(),
                "every switch's kernel holds the routes that were computed for it");
        fabric.attachControllers();
        for (NodeProgram each : plan.config().nodes()) {
            fabric.giveDefaultRoute(each);
        }
        return fabric;
    }

    /** A management link a switch, and on each switch the few lines that let a controller in. */
    private void attachControllers() throws LabException {
        Batch.ip(List.of("netns add " + CONTROLLERS));
        Batch.ip(
                CONTROLLERS,
                List.of(
                        "link set dev lo up",
                        "link add dev mgmt0 type bridge stp_state 0 forward_delay 0",
                        "link set dev mgmt0 up",
                        "addr add " + FIRST + "/24 dev mgmt0",
                        "addr add " + SECOND + "/24 dev mgmt0"));
        int host = 0;
        for (SwitchConfig each : switches()) {
            host++;
            Batch.ip(List.of("link add ctl" + host + " netns " + CONTROLLERS + " type veth peer name mgmt0 netns "
                    + space(each.name())));
            Batch.ip(CONTROLLERS, List.of("link set dev ctl" + host + " master mgmt0 up"));
            Batch.ip(
                    space(each.name()),
                    List.of("addr add " + management(host) + "/24 dev mgmt0", "link set dev mgmt0 up"));
            letIn(each);
        }
    }

    private void letIn(SwitchConfig each) throws LabException {
        String asn = each.bgp().orElseThrow().asn().toString();
        List<String> words = new ArrayList<>(List.of(
                "vtysh",
                "--vty_socket",
                directory.path().resolve(each.name().value()).toString(),
                "-d",
                "bgpd"));
        for (String line : List.of(
                "configure terminal",
                "router bgp " + asn,
                "neighbor CTRL peer-group",
                "neighbor CTRL remote-as " + AS,
                "neighbor CTRL ebgp-multihop 4",
                "neighbor CTRL timers 1 3",
                "bgp listen range 172.31.0.0/24 peer-group CTRL",
                "address-family ipv4 unicast",
                "neighbor CTRL activate")) {
            words.add("-c");
            words.add(line);
        }
        run(words.toArray(String[]::new));
    }

    /** As the agent of a node does it: everything to the leafs, whose MACs are known. */
    private void giveDefaultRoute(NodeProgram node) throws LabException {
        StringBuilder legs = new StringBuilder();
        for (RoutedPort port : node.routedPorts()) {
            String name = port.port().value();
            PortRef far = lab.plan()
                    .fabric()
                    .farEnd(new PortRef(node.name(), port.port()))
                    .orElseThrow();
            String mac = run(
                            "ip",
                            "netns",
                            "exec",
                            space(far.device()),
                            "cat",
                            "/sys/class/net/" + far.port() + "/address")
                    .strip();
            Batch.ip(
                    space(node.name()),
                    List.of("neigh replace " + GATEWAY + " lladdr " + mac + " dev " + name + " nud permanent"));
            legs.append(" nexthop via ")
                    .append(GATEWAY)
                    .append(" dev ")
                    .append(name)
                    .append(" onlink");
        }
        Batch.ip(space(node.name()), List.of("route replace default" + legs));
    }

    List<SwitchConfig> switches() {
        return lab.plan().config().switches();
    }

    private static String management(int host) {
        return "172.31.0." + host;
    }

    /** A controller that peers with every switch from this address. */
    BgpDriver controller(String address) throws LabException {
        IpAddress own = IpAddress.parse(address);
        List<BgpSwitch> peers = new ArrayList<>();
        for (SwitchConfig each : switches()) {
            TransportConfig transport = TransportConfig.of(IpAddress.parse(management(peers.size() + 1)))
                    .withLocalAddress(own);
            peers.add(BgpSwitch.of(
                            each.name(), transport, each.bgp().orElseThrow().asn())
                    .withTimers(SessionTimers.DEFAULT.withHoldTime(9).withConnectRetry(Duration.ofMillis(500))));
        }
        BgpSouthbound config = new BgpSouthbound(AS, own, TransportOptions.DEFAULT.listeningOn(), peers);
        try (NetworkNamespace home = NetworkNamespace.current();
                NetworkNamespace there = NetworkNamespace.open("/run/netns/" + CONTROLLERS)) {
            return there.enter(home, () -> {
                try {
                    return BgpDriver.start(config, new Random(own.low()), each -> {});
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (LinuxException e) {
            throw new LabException("cannot enter " + CONTROLLERS + ": " + e.getMessage(), e);
        }
    }

    /** The namespace of a device; of a pod with {@code NODE+pod0}. */
    String space(DeviceName device) {
        return space(device.value());
    }

    String space(String name) {
        return "hd-" + directory.lab() + "-" + name;
    }

    static String run(String... words) throws LabException {
        return io.heddle.lab.linux.Command.of(words).output();
    }

    /** Something asked of the machine; what it cannot answer does not hold. */
    @FunctionalInterface
    interface Question {
        boolean ask() throws LabException;
    }

    static boolean asks(Question question) {
        try {
            return question.ask();
        } catch (LabException e) {
            return false;
        }
    }

    /** Waits until something holds; false if it does not in time. */
    static boolean until(BooleanSupplier condition) {
        Deadline deadline = Deadline.in(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (deadline.isPast()) {
                return false;
            }
            deadline.pause();
        }
        return true;
    }

    static void removeControllers() throws LabException {
        Output spaces = io.heddle.lab.linux.Command.of("ip", "netns", "list").run();
        if (spaces.out().lines().anyMatch(each -> each.split(" ", -1)[0].equals(CONTROLLERS))) {
            Batch.ip(List.of("netns del " + CONTROLLERS));
        }
    }
}
