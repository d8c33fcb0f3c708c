package io.heddle.simulator.load;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.SwitchRole;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rank sends by: a card of a rail, a bond, or all routed ports of a node together.
 *
 * @param cables in port order, to switches that carry traffic; a hash picks one of those that live
 */
public record Nic(DeviceName node, String name, List<Link> cables) {

    public Nic {
        cables = List.copyOf(cables);
    }

    /** The NICs of a node: its rails if it has any, else its bonds, else its ports as one. Those without a cable are left out. */
    static List<Nic> of(Fabric fabric, Node node) {
        List<Nic> nics = new ArrayList<>();
        for (Card card : node.cards()) {
            if (card.rail().isPresent()) {
                add(fabric, node, card.name().value(), ports(card), nics);
            }
        }
        if (nics.isEmpty()) {
            for (Bond each : node.bonds()) {
                add(fabric, node, each.name().value(), each.members(), nics);
            }
        }
        if (nics.isEmpty()) {
            List<PortName> all =
                    node.cards().stream().flatMap(each -> ports(each).stream()).toList();
            add(fabric, node, "every port", all, nics);
        }
        return nics;
    }

    private static List<PortName> ports(Card card) {
        return card.ports().stream().map(each -> each.name()).toList();
    }

    private static void add(Fabric fabric, Node node, String name, List<PortName> ports, List<Nic> nics) {
        List<Link> cables = ports.stream()
                .map(each -> new PortRef(node.name(), each))
                .flatMap(each -> fabric
                        .linkAt(each)
                        .filter(link -> fabric.findSwitch(link.otherEnd(each).device())
                                .filter(to -> to.role() != SwitchRole.OUT_OF_BAND)
                                .isPresent())
                        .stream())
                .toList();
        if (!cables.isEmpty()) {
            nics.add(new Nic(node.name(), name, cables));
        }
    }

    @Override
    public String toString() {
        return node + " " + name;
    }
}
