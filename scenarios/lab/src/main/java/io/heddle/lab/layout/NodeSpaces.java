package io.heddle.lab.layout;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.NetworkInterface;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.render.InterfaceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node: its addresses on its networks, its routed ports, and the namespaces of its pods. */
final class NodeSpaces {

    /** Routing tables by source address, one a network, so that every network answers over its own gateway. */
    private static final int FIRST_TABLE = 100;

    private static final String VOICE = "fe80::1/64";

    private final Draft draft;
    private final NodeProgram node;
    private final Space space;
    private final List<Wire> wires;
    private int table = FIRST_TABLE;

    NodeSpaces(Draft draft, NodeProgram node) {
        this.draft = draft;
        this.node = node;
        space = draft.space(node.name());
        wires = draft.wires(node.name());
    }

    void add() {
        RouterSysctls.set(space);
        space.ip("link set dev lo up");
        node.loopbacks()
                .forEach(each -> space.address("lo", each + "/" + each.family().bits()));
        if (!node.loopbacks().isEmpty()) {
            draft.hosts.add(new Host(
                    node.name().value(),
                    node.name(),
                    space.name(),
                    "lo",
                    Optional.empty(),
                    new Mac(0),
                    node.loopbacks().stream()
                            .map(each ->
                                    new InterfaceAddress(each, each.family().bits()))
                            .toList(),
                    List.of()));
        }
        node.routedPorts().forEach(this::routed);
        for (int i = 0; i < node.interfaces().size(); i++) {
            bridged(node.interfaces().get(i), i);
        }
        new PodSpaces(draft, node, space).add();
        if (node.bgp().isPresent()) {
            draft.routers.add(new RouterSpace(node.name(), Map.of(VrfName.DEFAULT, space.name())));
        }
    }

    private void routed(RoutedPort port) {
        String name = InterfaceNames.of(port.port());
        if (wires.stream().anyMatch(each -> each.at(node.name()).name().equals(name))) {
            port.addresses().forEach(each -> space.address(name, each));
        }
    }

    /** A bridge stands for the bond: its members are isolated from each other, so that the node never forwards. */
    private void bridged(NetworkInterface each, int index) {
        Network network = draft.networks.get(each.network());
        if (network == null) {
            return;
        }
        VlanId vlan = network.vlan();
        String name = bridgeName(vlan, index);
        SwitchVlans.bridge(draft, space, name, true);
        space.ip("link set dev " + name + " address " + each.mac());
        int members = 0;
        for (Wire wire : wires) {
            if (wire.vlan().filter(vlan::equals).isPresent()) {
                String member = wire.at(node.name()).name();
                RouterSysctls.mute(space, member);
                space.ip("link set dev " + member + " master " + name);
                space.bridge("link set dev " + member + " isolated on");
                members++;
            }
        }
        space.ip("link set dev " + name + " mtu " + node.mtu());
        if (members > 1) {
            draft.substitute(Substitution.Kind.BOND);
        }
        each.addresses().forEach(address -> space.address(name, address));
        if (node.bgp().isPresent()
                && each.addresses().stream()
                        .anyMatch(address -> !address.address().isV4())) {
            SwitchVlans.speakBgpOverIpv6(space, name);
        }
        if (each.addresses().isEmpty()) {
            // So that it can say something at all.
            space.address(name, VOICE);
        }
        space.ip("link set dev " + name + " up");
        List<InterfaceAddress> gateways = Gateways.of(draft, vlan);
        if (node.bgp().isEmpty()) {
            Gateways.use(space, name, each.addresses(), gateways, table++);
        }
        draft.hosts.add(new Host(
                node.name() + " on " + network.name(),
                node.name(),
                space.name(),
                name,
                Optional.of(vlan),
                each.mac(),
                each.addresses(),
                asked(each.addresses(), gateways)));
    }

    private String bridgeName(VlanId vlan, int index) {
        return "net" + index + "." + vlan.value();
    }

    /** The gateways on its subnets; where there is none, the first address: asking for it is speech enough. */
    static List<IpAddress> asked(List<InterfaceAddress> own, List<InterfaceAddress> gateways) {
        List<IpAddress> asked = new ArrayList<>();
        for (InterfaceAddress each : own) {
            List<IpAddress> covering = gateways.stream()
                    .filter(gateway -> Gateways.covers(gateway, each.address()))
                    .map(InterfaceAddress::address)
                    .toList();
            asked.addAll(covering);
            if (covering.isEmpty()) {
                Prefix subnet = Prefix.covering(each.address(), each.length());
                asked.add(subnet.address().plus(subnet.address().plus(1).equals(each.address()) ? 2 : 1));
            }
        }
        return asked.stream().distinct().toList();
    }
}
