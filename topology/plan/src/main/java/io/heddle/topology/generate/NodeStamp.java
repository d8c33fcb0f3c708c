package io.heddle.topology.generate;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.CardName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.RackName;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.NodeGroup.CardTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What all nodes of a group have in common, made once: cards, bonds and networks are shared by every node stamped from it.
 *
 * @param sockets the ports in order, with where each is cabled
 */
record NodeStamp(
        NodeGroup group,
        List<Card> cards,
        List<Bond> bonds,
        List<Node.PortNetworks> portNetworks,
        List<Socket> sockets) {

    NodeStamp {
        // Lists of Stream.toList() would be copied by every node; these are shared by all.
        cards = List.copyOf(cards);
        bonds = List.copyOf(bonds);
        portNetworks = List.copyOf(portNetworks);
        sockets = List.copyOf(sockets);
    }

    /**
     * A port of the node and where its cable goes.
     *
     * @param leaf position of the leaf in the rack, from 0; -1 is the out-of-band switch
     */
    record Socket(Port port, int leaf) {}

    static NodeStamp of(NodeGroup group, int leafs, List<Network> networks) {
        List<Card> cards = new ArrayList<>();
        List<Socket> sockets = new ArrayList<>();
        int turn = 0;
        for (CardTemplate template : group.cards()) {
            List<Port> ports = new ArrayList<>();
            for (int i = 1; i <= template.ports(); i++) {
                Port port = new Port(portName(template.name(), i), sockets.size() + 1, template.speed());
                ports.add(port);
                sockets.add(new Socket(port, template.outOfBand() ? -1 : turn++ % leafs));
            }
            cards.add(new Card(CardName.of(template.name()), ports, OptionalInt.empty()));
        }
        List<Bond> bonds = group.bonds().stream()
                .map(each -> new Bond(
                        BondName.of(each.name()),
                        each.members().stream().map(NodeStamp::member).toList(),
                        each.lacp(),
                        each.networks(),
                        each.nativeNetwork()))
                .toList();
        return new NodeStamp(group, cards, bonds, portNetworks(group, sockets, networks), sockets);
    }

    /** {@code nic0.2} is port 2 of card nic0. */
    static PortName member(String text) {
        int dot = text.lastIndexOf('.');
        return portName(text.substring(0, dot), Integer.parseInt(text.substring(dot + 1)));
    }

    private static PortName portName(String card, int number) {
        return PortName.of(card + "p" + number);
    }

    /**
     * Out-of-band ports join every out-of-band network. A layer-2 node without bonds joins all the others by its first other port
     * alone: the same MAC on two unbonded ports would move to and fro.
     */
    private static List<Node.PortNetworks> portNetworks(NodeGroup group, List<Socket> sockets, List<Network> networks) {
        List<NetworkName> outOfBand = names(networks, true);
        List<NetworkName> inBand = names(networks, false);
        boolean joined = !group.bonds().isEmpty() || group.attachment() == Attachment.L3;
        List<Node.PortNetworks> given = new ArrayList<>();
        for (Socket each : sockets) {
            if (each.leaf < 0) {
                given.add(new Node.PortNetworks(each.port.name(), outOfBand));
            } else if (!joined) {
                given.add(new Node.PortNetworks(each.port.name(), inBand));
                joined = true;
            }
        }
        return given;
    }

    private static List<NetworkName> names(List<Network> networks, boolean outOfBand) {
        return networks.stream()
                .filter(each -> each.outOfBand() == outOfBand)
                .map(Network::name)
                .toList();
    }

    Node stamp(DeviceName name, RackName rack) {
        return new Node(
                name,
                group.kind(),
                Optional.of(rack),
                group.attachment(),
                group.gpus(),
                group.runsPods(),
                cards,
                bonds,
                portNetworks);
    }

    /** Positions of the leafs that the bond's members end on, without repeats. */
    List<Integer> leafsOf(Bond bond) {
        return sockets.stream()
                .filter(each -> bond.members().contains(each.port.name()))
                .map(Socket::leaf)
                .distinct()
                .toList();
    }
}
