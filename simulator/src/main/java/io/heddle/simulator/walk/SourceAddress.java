package io.heddle.simulator.walk;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address that a node that masquerades gives to a packet: that of the interface it leaves by, or, if it has none there, one of its loopback. Linux chooses so
 * ({@code inet_select_addr} with the outgoing device).
 */
public final class SourceAddress {

    private final Fabric fabric;
    private final NodeProgram node;

    public SourceAddress(Fabric fabric, NodeProgram node) {
        this.fabric = fabric;
        this.node = node;
    }

    /** Of a packet that leaves like that; empty where it is the node's tunnel's own, which is not in the plan, or the node has none of the family. */
    public Optional<IpAddress> of(Leg leg, IpFamily family) {
        return leg.next().packet().inside().orElse(null) instanceof Packet.Inside.Pod
                ? Optional.empty()
                : Stream.of(onPort(leg), onNetwork(leg), node.loopbacks())
                        .flatMap(List::stream)
                        .filter(each -> each.family() == family)
                        .findFirst();
    }

    private List<IpAddress> onPort(Leg leg) {
        return leg.link().stream()
                .map(this::near)
                .flatMap(near ->
                        node.routedPorts().stream().filter(each -> each.port().equals(near.port())))
                .flatMap(each -> each.addresses().stream())
                .map(InterfaceAddress::address)
                .toList();
    }

    private PortRef near(Link link) {
        return link.a().device().equals(node.name()) ? link.a() : link.b();
    }

    private List<IpAddress> onNetwork(Leg leg) {
        return leg.next() instanceof Position.Bridging bridging
                ? node.interfaces().stream()
                        .filter(each -> fabric.networks().stream()
                                .filter(network -> network.name().equals(each.network()))
                                .map(Network::vlan)
                                .anyMatch(bridging.vlan()::equals))
                        .flatMap(each -> each.addresses().stream())
                        .map(InterfaceAddress::address)
                        .toList()
                : List.of();
    }
}
