package io.heddle.topology.spec;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.Bandwidth;
import java.util.List;
import java.util.Optional;

/**
 * Equal nodes of a generated rack.
 *
 * @param kind their name stem and kind, such as {@code cloud}
 * @param count nodes of this group in each rack
 * @param cards each card's ports
 * @param bonds bonds over the cards' ports; must be empty for {@link Attachment#L3}
 */
public record NodeGroup(
        String kind,
        int count,
        Attachment attachment,
        int gpus,
        boolean runsPods,
        List<CardTemplate> cards,
        List<BondTemplate> bonds) {

    /** A card with {@code ports} equal ports, wired by turns to the leafs of the rack, or to the out-of-band switch. */
    public record CardTemplate(String name, int ports, Bandwidth speed, boolean outOfBand) {}

    /**
     * A bond.
     *
     * @param members as {@code card.index}, index from 1, such as {@code nic0.1}
     */
    public record BondTemplate(
            String name,
            List<String> members,
            Lacp lacp,
            List<NetworkName> networks,
            Optional<NetworkName> nativeNetwork) {
        public BondTemplate {
            members = List.copyOf(members);
            networks = List.copyOf(networks);
        }
    }

    public NodeGroup {
        cards = List.copyOf(cards);
        bonds = List.copyOf(bonds);
    }
}
