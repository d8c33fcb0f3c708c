package io.heddle.topology.address;

import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Tier;
import io.heddle.topology.wiring.Wiring;

/**
 * Numbers devices of a tier so that racks can be added: those outside the racks first, with room to grow, then rack by rack with equal
 * room for each.
 */
final class Slots {

    private static final int LEAST_OUTSIDE = 16;

    private final Wiring wiring;
    private final Sites sites;
    private final int outside;
    private final int[] tierSizes = new int[Tier.values().length];

    Slots(Wiring wiring, Sites sites) {
        this.wiring = wiring;
        this.sites = sites;
        int borders = 0;
        for (int i = 0; i < wiring.size(); i++) {
            tierSizes[Tier.of(wiring, i).ordinal()]++;
            if (Tier.of(wiring, i) == Tier.LEAF && sites.siteOf(i) == Sites.NONE) {
                borders++;
            }
        }
        outside = roundUp(Math.max(LEAST_OUTSIDE, borders));
    }

    /** The next power of two. */
    static int roundUp(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    /** The device's number in its tier, from 0. */
    int slot(int device) {
        int site = sites.siteOf(device);
        int position = sites.positionOf(device);
        return switch (Tier.of(wiring, device)) {
            case NODE -> site * sites.mostNodes() + position;
            case LEAF -> site == Sites.NONE ? position : outside + site * sites.mostLeafs() + position;
            case SPINE, SUPER_SPINE, EXTERNAL, OUT_OF_BAND -> position;
        };
    }

    /** One more than the highest slot of the tier. */
    long count(Tier tier) {
        return switch (tier) {
            case NODE -> (long) sites.count() * sites.mostNodes();
            case LEAF -> outside + (long) sites.count() * sites.mostLeafs();
            case SPINE, SUPER_SPINE, EXTERNAL, OUT_OF_BAND -> tierSizes[tier.ordinal()];
        };
    }
}
