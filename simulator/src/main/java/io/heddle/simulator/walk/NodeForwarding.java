package io.heddle.simulator.walk;

import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.Origination;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a node does with its pods' packets, and with packets that come to it. */
final class NodeForwarding {

    private final NetworkConfig config;
    private final Cables cables;
    private final Owners owners;
    private final DataPlane plane;

    NodeForwarding(NetworkConfig config, Cables cables, Owners owners, DataPlane plane) {
        this.config = config;
        this.cables = cables;
        this.owners = owners;
        this.plane = plane;
    }

    Step enter(Position.Entering at) {
        Optional<NodeProgram> node = config.findNode(at.device());
        if (node.isEmpty()) {
            return new Step.Ended(at, "outside, by " + at.device(), Arrival.ARRIVES);
        }
        IpAddress to = at.packet().to();
        if (Owners.isOwn(node.get(), to)) {
            return at.packet().inside().orElse(null) instanceof Packet.Inside.Pod inside
                    ? pod(at, inside.pod())
                    : new Step.Ended(at, to + " is its own", Arrival.ARRIVES);
        }
        return pod(at, to);
    }

    private Step pod(Position at, IpAddress address) {
        if (owners.pod(at.device(), address).isPresent()) {
            return new Step.Ended(at, "pod " + address, Arrival.ARRIVES);
        }
        boolean block = config.findNode(at.device()).stream()
                .flatMap(each -> each.blocks().stream())
                .anyMatch(each -> each.contains(address));
        return new Step.Ended(
                at,
                block ? "in its block, but no pod has " + address : "it does not have " + address,
                Arrival.BLACK_HOLE);
    }

    Step leave(Position.Leaving at) {
        NodeProgram node = config.findNode(at.device())
                .orElseThrow(() -> new IllegalArgumentException("there is no node " + at.device()));
        if (!cables.isUp(at.device())) {
            return new Step.Ended(at, "the node is dead", Arrival.BLACK_HOLE);
        }
        IpAddress to = at.packet().to();
        if (at.packet().inside().isEmpty() && owners.pod(at.device(), to).isPresent()) {
            return new Step.Ended(at, "pod " + to + " is on the same node", Arrival.ARRIVES);
        }
        for (NetworkName each : networks(node, at.packet())) {
            if (cables.network(each).stream()
                    .flatMap(network -> network.subnets().stream())
                    .anyMatch(subnet -> subnet.contains(to))) {
                return onLink(at, each);
            }
        }
        return routed(at, node);
    }

    /** Where the node takes a subnet for connected: a bridged pod knows its own network alone. */
    private static List<NetworkName> networks(NodeProgram node, Packet packet) {
        if (node.podNetwork().isPresent() && packet.inside().isEmpty()) {
            return List.of(node.podNetwork().get());
        }
        return node.interfaces().stream()
                .map(NodeProgram.NetworkInterface::network)
                .toList();
    }

    private Step onLink(Position.Leaving at, NetworkName network) {
        IpAddress to = at.packet().to();
        return owners.on(network, to)
                .map(host -> frame(at, network, new Frame.Host(host.mac()), "network " + network))
                .orElseGet(() ->
                        new Step.Ended(at, "nobody on network " + network + " answers for " + to, Arrival.BLACK_HOLE));
    }

    private Step frame(Position.Leaving at, NetworkName network, Frame frame, String reason) {
        List<Cables.Way> ways = cables.ofNode(at.device(), network);
        Optional<Network> found = cables.network(network);
        if (ways.isEmpty() || found.isEmpty()) {
            return new Step.Ended(at, "no living cable carries network " + network, Arrival.BLACK_HOLE);
        }
        return new Step.Sent(
                at,
                reason,
                ways.stream()
                        .map(way -> way.leg(
                                new Position.Bridging(way.to(), found.get().vlan(), frame, at.packet())))
                        .toList());
    }

    private Step routed(Position.Leaving at, NodeProgram node) {
        IpAddress to = at.packet().to();
        if (node.bgp().isEmpty()) {
            return toGateway(at, node);
        }
        Optional<SwitchTables> held = plane.tables(at.device());
        if (held.isPresent()) {
            return byTables(at, node, held.get());
        }
        List<Leg> legs = new ArrayList<>();
        for (Neighbor each : node.bgp().get().neighbors()) {
            if (plane.speaks(at.device(), each.peer()) && announces(each.peer(), to)) {
                legs.addAll(toPeer(at, node, each));
            }
        }
        return legs.isEmpty()
                ? new Step.Ended(at, "no living BGP neighbour has a route to " + to, Arrival.NO_ROUTE)
                : new Step.Sent(at, "by BGP", legs);
    }

    private Step byTables(Position.Leaving at, NodeProgram node, SwitchTables held) {
        IpAddress to = at.packet().to();
        Optional<RouteEntry> route = held.longestMatch(VrfName.DEFAULT, to);
        if (route.isEmpty()) {
            return new Step.Ended(at, "no route to " + to, Arrival.NO_ROUTE);
        }
        List<Leg> legs = new ArrayList<>();
        for (NextHop each : route.get().nextHops()) {
            List<Leg> found =
                    switch (each) {
                        case NextHop.ViaPort via -> byPort(at, via.port());
                        case NextHop.OnPort on -> byPort(at, on.port());
                        case NextHop.ViaVlan via ->
                            owners.switchWith(via.address())
                                    .map(router -> toAddress(at, node, via.address(), router))
                                    .orElse(List.of());
                        case NextHop.Local _, NextHop.Discard _, NextHop.OnVlan _, NextHop.ViaVtep _ -> List.of();
                    };
            legs.addAll(
                    found.isEmpty()
                            ? List.of(Leg.inside(new Position.Dropped(
                                    at.device(),
                                    at.packet(),
                                    "next hop of " + route.get().prefix() + " is not there")))
                            : found);
        }
        return new Step.Sent(at, route.get().prefix() + " by BGP", legs);
    }

    private List<Leg> byPort(Position.Leaving at, PortName port) {
        return cables.at(at.device(), port).stream()
                .map(way -> way.leg(new Position.Routing(way.to(), VrfName.DEFAULT, at.packet())))
                .toList();
    }

    /** Whether a neighbour sends us a route that covers an address: one of its own table, or the default it makes up. */
    private boolean announces(DeviceName peer, IpAddress to) {
        Optional<SwitchConfig> found = config.findSwitch(peer);
        if (found.isEmpty() || plane.tables(peer).isEmpty()) {
            return false;
        }
        boolean makesDefault = found.get().bgp().stream()
                .flatMap(each -> each.originations().stream())
                .anyMatch(each -> each instanceof Origination.DefaultRoute route && route.family() == to.family());
        return makesDefault || plane.routes(peer, to);
    }

    private List<Leg> toPeer(Position.Leaving at, NodeProgram node, Neighbor peer) {
        if (peer.port().isPresent()) {
            return byPort(at, peer.port().get());
        }
        return toAddress(at, node, peer.address().orElseThrow(), peer.peer());
    }

    private List<Leg> toAddress(Position.Leaving at, NodeProgram node, IpAddress address, DeviceName router) {
        for (NodeProgram.NetworkInterface each : node.interfaces()) {
            boolean covered = cables.network(each.network()).stream()
                    .flatMap(network -> network.subnets().stream())
                    .anyMatch(subnet -> subnet.contains(address));
            if (covered && frame(at, each.network(), new Frame.Router(router), "") instanceof Step.Sent sent) {
                return sent.legs();
            }
        }
        return List.of();
    }

    private Step toGateway(Position.Leaving at, NodeProgram node) {
        List<Leg> routed = node.routedPorts().stream()
                .flatMap(each -> cables.at(at.device(), each.port()).stream())
                .map(way -> way.leg(new Position.Routing(way.to(), VrfName.DEFAULT, at.packet())))
                .toList();
        if (!routed.isEmpty()) {
            return new Step.Sent(at, "default route over its routed links", routed);
        }
        for (NetworkName each : networks(node, at.packet())) {
            boolean gateway = cables.network(each).stream().anyMatch(network -> config.switches().stream()
                    .flatMap(device -> device.vlans().stream())
                    .anyMatch(vlan ->
                            vlan.vlan().equals(network.vlan()) && vlan.svi().isPresent()));
            if (gateway) {
                return frame(at, each, new Frame.Gateway(), "gateway of network " + each);
            }
        }
        return new Step.Ended(at, "none of its networks has a gateway", Arrival.NO_ROUTE);
    }
}
