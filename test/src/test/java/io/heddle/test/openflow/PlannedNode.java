package io.heddle.test.openflow;

import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.topology.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A node of a plan on one port of a leaf: its namespace, pods behind it, and what its agent reports. Pods are numbered from 0. */
record PlannedNode(Plan plan, DeviceName name) {

    private static final int FIRST_HOST = 5;

    IpAddress pod(int number) {
        return program().blocks().getFirst().address().plus(FIRST_HOST + number);
    }

    /**
     * The node as the plan has it, on its port of the leaf, and behind it its first pod.
     *
     * @param letter what its namespaces are called by
     */
    Space podOn(OvsBed here, Space leaf, String letter) throws Exception {
        Space node = here.space(letter);
        here.link(leaf, port().name().value(), node, "eth0");
        addressed(node, "eth0");
        return podBehind(here, node, letter, 0);
    }

    /** Addresses, routes and forwarding of the node's own system. */
    void addressed(Space node, String device) throws Exception {
        NodeProgram.NetworkInterface card = program().interfaces().getFirst();
        InterfaceAddress address = card.addresses().getFirst();
        node.ip(
                "link set dev " + device + " address " + card.mac(),
                "addr add " + address.address() + "/" + address.length() + " dev " + device,
                "route add 10.64.0.0/16 via " + gateway());
        node.run("sysctl", "-qw", "net.ipv4.ip_forward=1");
    }

    Space podBehind(OvsBed here, Space node, String letter, int number) throws Exception {
        Space pod = here.space(letter + "p" + number);
        String link = "pod" + number;
        here.link(node, link, pod, "eth0");
        node.ip("addr add 169.254.1.1/32 dev " + link, "route add " + pod(number) + " dev " + link);
        pod.ip("addr add " + pod(number) + "/32 dev eth0", "route add default via 169.254.1.1 dev eth0 onlink");
        return pod;
    }

    /** The leaf that has the node's first cable. */
    DeviceName leaf() {
        return cabled().a();
    }

    /** The leaf's end of the node's first cable. */
    Port port() {
        return cabled().b();
    }

    private record Cabled(DeviceName a, Port b) {}

    private Cabled cabled() {
        for (Switch leaf : plan.fabric().switches()) {
            for (Port each : leaf.ports()) {
                PortRef here = new PortRef(leaf.name(), each.name());
                Optional<Link> link = plan.fabric().linkAt(here);
                if (link.isPresent() && link.get().otherEnd(here).device().equals(name)) {
                    return new Cabled(leaf.name(), each);
                }
            }
        }
        throw new AssertionError(name + " has no cable");
    }

    private IpAddress gateway() {
        IpAddress own = program().interfaces().getFirst().addresses().getFirst().address();
        return plan.config().findSwitch(leaf()).orElseThrow().vlans().stream()
                .map(VlanConfig::svi)
                .flatMap(Optional::stream)
                .flatMap(each -> Stream.concat(each.anycastGateway().stream(), each.own().stream()))
                .filter(each -> Prefix.covering(each.address(), each.length()).contains(own))
                .findFirst()
                .orElseThrow()
                .address();
    }

    private NodeProgram program() {
        return plan.config().findNode(name).orElseThrow();
    }

    /** An agent's first report: the node's first pod. */
    AgentReport attached() {
        return new AgentReport(name, true, 1, List.of(attachment(1, 0)));
    }

    /** A later report, number {@code event}: this pod too. */
    AgentReport attached(int event, int pod) {
        return new AgentReport(name, false, event, List.of(attachment(event, pod)));
    }

    private AgentEvent attachment(int event, int number) {
        IpAddress address = pod(number);
        Endpoint pod = new Endpoint(
                Optional.of("default/pod-" + number),
                name,
                Endpoint.macOf(address),
                Optional.of(address),
                Optional.empty());
        return new AgentEvent.PodAttached(event, container(number), "eth0", "pods", pod, 1_700_000_000_000L);
    }

    AgentReport detached(int event, int pod) {
        return new AgentReport(
                name,
                false,
                event,
                List.of(new AgentEvent.PodDetached(
                        event, container(pod), "eth0", List.of(pod(pod)), 1_700_000_001_000L)));
    }

    private static String container(int pod) {
        return Integer.toHexString(0xC + pod).repeat(64).substring(0, 64);
    }
}
