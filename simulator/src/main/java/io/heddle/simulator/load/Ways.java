package io.heddle.simulator.load;

import java.util.Arrays;

/**
 * The shortest paths from every switch to one NIC that go up and then down: a packet that has gone down a tier does not go up again, as AS paths
 * see to in every routed design (RFC 7938 section 5.2). Time O(cables).
 */
final class Ways {

    static final int UNREACHABLE = Integer.MAX_VALUE / 2;

    private static final int[] NOWHERE = {};

    private final Cabling cabling;
    private final int[] down;
    private final int[] best;
    private final int[][] nextDown;
    private final int[][] next;

    /** The ways to a NIC whose leafs are {@code attached}. */
    Ways(Cabling cabling, boolean[] attached) {
        this.cabling = cabling;
        int n = cabling.switches();
        down = new int[n];
        next = new int[n][];
        nextDown = new int[n][];
        for (int i = 0; i < n; i++) {
            down[i] = attached[i] ? 0 : UNREACHABLE;
        }
        for (int tier = 1; tier <= Cabling.HIGHEST_TIER; tier++) {
            relax(tier, down, false);
        }
        best = down.clone();
        for (int tier = Cabling.HIGHEST_TIER - 1; tier >= 0; tier--) {
            relax(tier, best, true);
        }
        for (int i = 0; i < n; i++) {
            nextDown[i] = towards(i, down, down[i], false);
            // Where going down is as short as going up, routers know the two as one: the longer AS path is none.
            next[i] = best[i] == down[i] ? nextDown[i] : towards(i, best, best[i], true);
        }
    }

    private void relax(int tier, int[] distance, boolean upwards) {
        for (int i = 0; i < distance.length; i++) {
            if (cabling.tier(i) == tier) {
                for (int directed : cabling.outOf(i)) {
                    if (isUp(i, directed) == upwards) {
                        distance[i] = Math.min(distance[i], 1 + distance[cabling.target(directed)]);
                    }
                }
            }
        }
    }

    private boolean isUp(int from, int directed) {
        return cabling.tier(cabling.target(directed)) > cabling.tier(from);
    }

    private int[] towards(int from, int[] distance, int own, boolean upwards) {
        if (own == 0 || own >= UNREACHABLE) {
            return NOWHERE;
        }
        return Arrays.stream(cabling.outOf(from))
                .filter(directed -> isUp(from, directed) == upwards && distance[cabling.target(directed)] == own - 1)
                .toArray();
    }

    /**
     * Cables between a switch and a leaf of the NIC, or at least {@link #UNREACHABLE}.
     *
     * @param descending whether the packet has gone down a tier already
     */
    int distance(int device, boolean descending) {
        return descending ? down[device] : best[device];
    }

    /** The directed cables that a packet may take next; none at a leaf of the NIC. */
    int[] next(int device, boolean descending) {
        return descending ? nextDown[device] : next[device];
    }

    /** Whether a packet is descending once it has taken a cable from {@code device}. */
    boolean descends(int device, int directed) {
        return !isUp(device, directed);
    }
}
