package io.heddle.topology.graph;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the views of a fabric's networks. */
public final class NetworkViews {

    /** What decides who is connected to whom; networks that agree in it share a view. */
    private record Parts(CableGraph switches, List<Member> members, List<Member> exits) {}

    private final Fabric fabric;
    private final CableGraph inBand;
    private final CableGraph outOfBand;

    private NetworkViews(Fabric fabric) {
        this.fabric = fabric;
        inBand = FabricGraphs.inBand(fabric);
        outOfBand = FabricGraphs.outOfBand(fabric);
    }

    /**
     * A view of every network that has members, and of the routed fabric where no single in-band network holds all nodes, so that
     * they meet by routing.
     */
    public static List<NetworkView> of(Fabric fabric) {
        return new NetworkViews(fabric).views();
    }

    private List<NetworkView> views() {
        Map<NetworkName, List<Member>> nodes = nodesByNetwork();
        List<Member> exits = fabric.exits().stream()
                .map(exit -> member(exit.router(), portNames(exit), inBand))
                .toList();
        List<Member> managed = outOfBand.devices().isEmpty() ? List.of() : managedSwitches();
        List<Member> routed = routedMembers();
        boolean oneHoldsAll = false;
        Map<Parts, List<Scope>> scopes = new LinkedHashMap<>();
        for (Network network : fabric.networks()) {
            List<Member> members = new ArrayList<>(nodes.getOrDefault(network.name(), List.of()));
            Parts parts;
            if (network.outOfBand()) {
                members.addAll(managed);
                parts = new Parts(outOfBand, members, List.of());
            } else {
                oneHoldsAll |= members.size() >= routed.size();
                parts = new Parts(inBand, members, network.provisioning() ? List.of() : exits);
            }
            if (!members.isEmpty()) {
                scopes.computeIfAbsent(parts, each -> new ArrayList<>())
                        .add(new Scope.OneNetwork(network.name(), network.outOfBand()));
            }
        }
        if (!routed.isEmpty() && !oneHoldsAll) {
            scopes.computeIfAbsent(new Parts(inBand, routed, exits), each -> new ArrayList<>())
                    .add(new Scope.RoutedFabric());
        }
        return scopes.entrySet().stream()
                .map(each -> new NetworkView(
                        each.getValue(),
                        each.getKey().switches(),
                        each.getKey().members(),
                        each.getKey().exits()))
                .toList();
    }

    private Map<NetworkName, List<Member>> nodesByNetwork() {
        Map<NetworkName, Boolean> isOutOfBand = new LinkedHashMap<>();
        fabric.networks().forEach(each -> isOutOfBand.put(each.name(), each.outOfBand()));
        Map<NetworkName, List<Member>> members = new LinkedHashMap<>();
        for (Node node : fabric.nodes()) {
            portsByNetwork(node).forEach((network, ports) -> members.computeIfAbsent(network, each -> new ArrayList<>())
                    .add(member(node.name(), ports, isOutOfBand.getOrDefault(network, false) ? outOfBand : inBand)));
        }
        return members;
    }

    private static Map<NetworkName, List<PortName>> portsByNetwork(Node node) {
        Map<NetworkName, List<PortName>> ports = new LinkedHashMap<>();
        node.bonds().forEach(bond -> Stream.concat(bond.networks().stream(), bond.nativeNetwork().stream())
                .distinct()
                .forEach(network -> ports.computeIfAbsent(network, each -> new ArrayList<>())
                        .addAll(bond.members())));
        node.portNetworks().forEach(single -> single.networks()
                .forEach(network -> ports.computeIfAbsent(network, each -> new ArrayList<>())
                        .add(single.port())));
        return ports;
    }

    /** All nodes that have a port on an in-band switch, by all such ports. */
    private List<Member> routedMembers() {
        return fabric.nodes().stream()
                .map(node -> member(node.name(), portNames(node), inBand))
                .filter(each -> !each.accesses().isEmpty())
                .toList();
    }

    /** In-band switches whose management port is cabled to an out-of-band switch. */
    private List<Member> managedSwitches() {
        return fabric.switches().stream()
                .filter(each -> inBand.has(each.name()))
                .map(each -> member(each.name(), portNames(each), outOfBand))
                .filter(each -> !each.accesses().isEmpty())
                .toList();
    }

    private Member member(DeviceName device, Collection<PortName> ports, CableGraph switches) {
        List<Access> accesses = new ArrayList<>();
        for (PortName port : ports) {
            PortRef own = new PortRef(device, port);
            fabric.linkAt(own).ifPresent(link -> {
                DeviceName to = link.otherEnd(own).device();
                if (switches.has(to)) {
                    accesses.add(new Access(own, to, link));
                }
            });
        }
        return new Member(device, accesses);
    }

    private static List<PortName> portNames(Node node) {
        return node.cards().stream()
                .map(Card::ports)
                .flatMap(List::stream)
                .map(Port::name)
                .toList();
    }

    private static List<PortName> portNames(Switch device) {
        return device.ports().stream().map(Port::name).toList();
    }

    private static List<PortName> portNames(ExternalExit exit) {
        return exit.ports().stream().map(Port::name).toList();
    }
}
