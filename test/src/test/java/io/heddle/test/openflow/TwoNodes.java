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
import io.heddle.topology.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The nodes of {@code two-nodes.yaml} as namespaces on the ports of one switch, each with a pod behind it, and what their agents report. */
final class TwoNodes {

    static final DeviceName LEAF = DeviceName.of("leaf-1-1");
    static final DeviceName FIRST = DeviceName.of("node-1-1");
    static final DeviceName SECOND = DeviceName.of("node-1-2");

    private TwoNodes() {}

    static IpAddress podOf(Plan plan, DeviceName node) {
        NodeProgram program = plan.config().findNode(node).orElseThrow();
        return program.blocks().getFirst().address().plus(5);
    }

    /** A node as the plan has it, on its port of the switch, and behind it a pod. */
    static Space pod(OvsBed here, Plan plan, Space leaf, DeviceName name, String letter) throws Exception {
        Space node = here.space(letter);
        Space pod = here.space(letter + "p");
        here.link(leaf, port(plan, name).name().value(), node, "eth0");
        NodeProgram.NetworkInterface card =
                plan.config().findNode(name).orElseThrow().interfaces().getFirst();
        InterfaceAddress address = card.addresses().getFirst();
        here.link(node, "pod", pod, "eth0");
        node.ip(
                "link set dev eth0 address " + card.mac(),
                "addr add " + address.address() + "/" + address.length() + " dev eth0",
                "route add 10.64.0.0/16 via " + gateway(plan),
                "addr add 169.254.1.1/32 dev pod",
                "route add " + podOf(plan, name) + " dev pod");
        node.run("sysctl", "-qw", "net.ipv4.ip_forward=1");
        pod.ip("addr add " + podOf(plan, name) + "/32 dev eth0", "route add default via 169.254.1.1 dev eth0 onlink");
        return pod;
    }

    static Port port(Plan plan, DeviceName node) {
        Switch leaf = plan.fabric().findSwitch(LEAF).orElseThrow();
        for (Port each : leaf.ports()) {
            PortRef here = new PortRef(LEAF, each.name());
            Optional<Link> link = plan.fabric().linkAt(here);
            if (link.isPresent() && link.get().otherEnd(here).device().equals(node)) {
                return each;
            }
        }
        throw new AssertionError(node + " is not on " + LEAF);
    }

    private static IpAddress gateway(Plan plan) {
        VlanConfig.Svi svi = plan.config().findSwitch(LEAF).orElseThrow().vlans().stream()
                .flatMap(each -> each.svi().stream())
                .findFirst()
                .orElseThrow();
        return Stream.concat(svi.anycastGateway().stream(), svi.own().stream())
                .findFirst()
                .orElseThrow()
                .address();
    }

    static AgentReport attached(Plan plan, DeviceName node) {
        return new AgentReport(node, true, 1, List.of(attachment(plan, node, 1)));
    }

    static AgentReport attachedAgain(Plan plan, DeviceName node) {
        return new AgentReport(node, false, 3, List.of(attachment(plan, node, 3)));
    }

    private static AgentEvent attachment(Plan plan, DeviceName node, int number) {
        IpAddress address = podOf(plan, node);
        Endpoint pod = new Endpoint(
                Optional.of("default/pod"), node, Endpoint.macOf(address), Optional.of(address), Optional.empty());
        return new AgentEvent.PodAttached(number, "c".repeat(64), "eth0", "pods", pod, 1_700_000_000_000L);
    }

    static AgentReport detached(Plan plan, DeviceName node) {
        return new AgentReport(
                node,
                false,
                2,
                List.of(new AgentEvent.PodDetached(
                        2, "c".repeat(64), "eth0", List.of(podOf(plan, node)), 1_700_000_001_000L)));
    }
}
