package io.heddle.topology.address;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.wiring.Cable;
import io.heddle.topology.wiring.Tier;
import io.heddle.topology.wiring.Wiring;
import java.util.EnumMap;
import java.util.Map;

/**
 * Addresses of routed links: /31 (RFC 3021) and /127 (RFC 6164). A link is numbered by its owner, the lower of its devices (the external
 * router of an exit; of two leafs the first), and by its count among the owner's links upwards. Owners have room for a power of two.
 * Links between leafs count from the end of the room.
 */
public final class LinkPlan {

    private static final int LEAST_ROOM = 4;

    private final AddressPools pools;
    private final Wiring wiring;
    private final Slots slots;
    private final Map<Tier, Integer> room = new EnumMap<>(Tier.class);

    LinkPlan(AddressPools pools, Wiring wiring, Slots slots) {
        this.pools = pools;
        this.wiring = wiring;
        this.slots = slots;
        for (int i = 0; i < wiring.size(); i++) {
            int owned = 0;
            for (Cable each : wiring.cables(i)) {
                if (owner(i, each.peer()) == i) {
                    owned++;
                }
            }
            room.merge(Tier.of(wiring, i), owned, Math::max);
        }
        room.replaceAll((tier, most) -> Slots.roundUp(tier == Tier.NODE ? most : Math.max(LEAST_ROOM, most)));
    }

    void check(IpFamily family, Faults faults) {
        for (Tier each : new Tier[] {Tier.NODE, Tier.LEAF, Tier.SPINE, Tier.EXTERNAL}) {
            pool(each).check(family, slots.count(each) * room.getOrDefault(each, 0) * 2, faults);
        }
    }

    /** Which of two cabled devices the link is numbered by. */
    private int owner(int one, int other) {
        Tier a = Tier.of(wiring, one);
        Tier b = Tier.of(wiring, other);
        if (a == b) {
            return Math.min(one, other);
        }
        boolean oneIsOwner = a == Tier.EXTERNAL || (b != Tier.EXTERNAL && a.compareTo(b) < 0);
        return oneIsOwner ? one : other;
    }

    private AddressPool pool(Tier owner) {
        return switch (owner) {
            case NODE -> pools.nodeLinks();
            case LEAF -> pools.leafLinks();
            case SPINE -> pools.spineLinks();
            case EXTERNAL -> pools.exitLinks();
            case SUPER_SPINE, OUT_OF_BAND ->
                throw new IllegalArgumentException("a device of tier " + owner + " owns no link");
        };
    }

    /** The address of {@code device}'s end of the cable. */
    public IpAddress address(int device, Cable cable, IpFamily family) {
        int owner = owner(device, cable.peer());
        Tier tier = Tier.of(wiring, owner);
        int link = link(
                owner, owner == device ? cable.port().value() : cable.peerPort().value());
        long pair = (long) slots.slot(owner) * room.getOrDefault(tier, 0) + link;
        return pool(tier).at(family, pair * 2 + (owner == device ? 0 : 1));
    }

    /** The place of the owner's link in its room. */
    private int link(int owner, String port) {
        int up = 0;
        int sideways = 0;
        for (Cable each : wiring.cables(owner)) {
            boolean found = each.port().value().equals(port);
            if (owner(owner, each.peer()) != owner) {
                continue;
            }
            boolean level = Tier.of(wiring, each.peer()) == Tier.of(wiring, owner);
            if (found) {
                return level ? room.getOrDefault(Tier.of(wiring, owner), 0) - 1 - sideways : up;
            }
            if (level) {
                sideways++;
            } else {
                up++;
            }
        }
        throw new IllegalArgumentException(wiring.name(owner) + " has no link upwards in port " + port);
    }
}
