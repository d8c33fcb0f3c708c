package io.heddle.simulator.failure;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The loss of one switch, one network card or one cable.
 *
 * @param text in words: "loss of leaf-1", "loss of card nic0 of cloud-1", "loss of cable a -- b"
 */
public record SingleFailure(Kind kind, String text, Outage outage) {

    /** What is lost. */
    public enum Kind {
        SWITCH,
        CARD,
        CABLE
    }

    /** Every single failure of a fabric: switches, then cards with at least two cables (with one, it is that cable's), then cables. */
    public static List<SingleFailure> of(Fabric fabric) {
        List<SingleFailure> failures = new ArrayList<>();
        for (Switch each : fabric.switches()) {
            failures.add(new SingleFailure(Kind.SWITCH, "loss of " + each.name(), Outage.of(each.name())));
        }
        for (Node node : fabric.nodes()) {
            for (Card card : node.cards()) {
                Set<Link> cables = cables(fabric, node, card);
                if (cables.size() > 1) {
                    failures.add(new SingleFailure(
                            Kind.CARD,
                            "loss of card " + card.name() + " of " + node.name(),
                            new Outage(Set.of(), cables)));
                }
            }
        }
        for (Link each : fabric.links()) {
            failures.add(new SingleFailure(Kind.CABLE, "loss of cable " + each, Outage.of(each)));
        }
        return failures;
    }

    private static Set<Link> cables(Fabric fabric, Node node, Card card) {
        Set<Link> cables = new HashSet<>();
        for (Port each : card.ports()) {
            fabric.linkAt(new PortRef(node.name(), each.name())).ifPresent(cables::add);
        }
        return cables;
    }
}
