package io.heddle.controller.daemon.layout;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.controller.core.layout.Pool;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Block;
import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.design.PodRoutes;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the core needs of a plan. */
public final class PlannedLayout {

    private final Plan plan;
    private final Map<DeviceName, Set<DeviceName>> leafsOf = new TreeMap<>();

    private PlannedLayout(Plan plan) {
        this.plan = plan;
        for (Link each : plan.fabric().links()) {
            attach(each.a().device(), each.b().device());
            attach(each.b().device(), each.a().device());
        }
    }

    private void attach(DeviceName node, DeviceName leaf) {
        if (plan.fabric().findNode(node).isPresent()
                && plan.fabric().findSwitch(leaf).isPresent()) {
            leafsOf.computeIfAbsent(node, _ -> new TreeSet<>()).add(leaf);
        }
    }

    /**
     * The layout of a plan.
     *
     * @param told the switches that the controller has a session with, and whether it speaks EVPN there
     * @param silent VTEPs that the controller announces for
     */
    public static Layout of(
            Plan plan, String podNetwork, Limits limits, Map<DeviceName, Boolean> told, SilentVteps silent) {
        PlannedLayout made = new PlannedLayout(plan);
        List<NodePlace> nodes = new ArrayList<>();
        for (NodeProgram each : plan.config().nodes()) {
            if (plan.fabric().findNode(each.name()).filter(Node::runsPods).isPresent()) {
                nodes.add(made.place(each, nodes.size(), podNetwork));
            }
        }
        List<SwitchPlace> switches = plan.config().switches().stream()
                .map(each -> new SwitchPlace(
                        each.name(),
                        plan.fabric()
                                .findSwitch(each.name())
                                .map(device -> device.role())
                                .orElse(SwitchRole.LEAF),
                        told.containsKey(each.name()),
                        told.getOrDefault(each.name(), false),
                        silent.of(each, podNetwork)))
                .toList();
        List<Pool> pools = made.pools();
        String fingerprint = Fingerprint.of(List.of(podNetwork, limits, nodes, switches, pools));
        return Layout.of(fingerprint, nodes, switches, pools, limits);
    }

    private NodePlace place(NodeProgram program, int position, String podNetwork) {
        return new NodePlace(
                program.name(),
                position,
                podNetwork,
                program.blocks(),
                program.podVisibility(),
                switch (plan.design().pods().announcer()) {
                    case NODE -> PodAnnouncer.NODE;
                    case LEAF -> PodAnnouncer.LEAF;
                    case CONTROLLER -> PodAnnouncer.CONTROLLER;
                },
                plan.design().pods().routes() == PodRoutes.HOSTS ? PodForm.HOSTS : PodForm.BLOCKS,
                uplinks(program));
    }

    private List<Uplink> uplinks(NodeProgram program) {
        List<Uplink> uplinks = new ArrayList<>();
        for (DeviceName leaf : leafsOf.getOrDefault(program.name(), Set.of())) {
            uplinks.add(new Uplink(leaf, nextHop(program, leaf, IpFamily.IPV4), nextHop(program, leaf, IpFamily.IPV6)));
        }
        return uplinks;
    }

    private Optional<IpAddress> nextHop(NodeProgram program, DeviceName leaf, IpFamily family) {
        return program.attachment() == Attachment.L3 ? routed(program, leaf, family) : bridged(program, leaf, family);
    }

    /** The node's end of a numbered link, else its loopback, which the leaf has a route to. */
    private static Optional<IpAddress> routed(NodeProgram program, DeviceName leaf, IpFamily family) {
        return program.routedPorts().stream()
                .filter(each -> each.neighbor().equals(leaf))
                .flatMap(each -> each.addresses().stream())
                .map(RoutedPort.InterfaceAddress::address)
                .filter(each -> each.family() == family)
                .findFirst()
                .or(() -> program.loopbacks().stream()
                        .filter(each -> each.family() == family)
                        .findFirst());
    }

    /** The node's address in a subnet that the leaf has an interface in. */
    private Optional<IpAddress> bridged(NodeProgram program, DeviceName leaf, IpFamily family) {
        Optional<SwitchConfig> config = plan.config().findSwitch(leaf);
        return program.interfaces().stream()
                .flatMap(each -> each.addresses().stream())
                .map(RoutedPort.InterfaceAddress::address)
                .filter(each -> each.family() == family)
                .filter(address -> config.stream()
                        .flatMap(each -> each.vlans().stream())
                        .flatMap(each -> each.svi().stream())
                        .anyMatch(svi -> svi.covers(address)))
                .findFirst();
    }

    private List<Pool> pools() {
        return plan.addresses().blocks().stream()
                .map(each -> new Pool(
                        each.pool(), length(each.family()).orElse(each.family().bits()), List.of()))
                .toList();
    }

    private Optional<Integer> length(IpFamily family) {
        return plan.blocks().stream()
                .map(Block::prefix)
                .filter(each -> each.family() == family)
                .map(Prefix::length)
                .findFirst();
    }
}
