package io.heddle.test.outage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which packets of which flows arrived. One thread sends, one reads; looked at after both ended. */
final class Probes {

    private final List<Flow> flows;
    private final long[] sentAt;
    private final BitSet[] arrived;
    private volatile boolean ended;

    Probes(List<Flow> flows, int rounds) {
        this.flows = flows;
        sentAt = new long[rounds];
        arrived = new BitSet[flows.size()];
        for (int i = 0; i < arrived.length; i++) {
            arrived[i] = new BitSet(rounds);
        }
    }

    int rounds() {
        return sentAt.length;
    }

    void sentAt(int round, long nanos) {
        sentAt[round] = nanos;
    }

    void arrived(int flow, int round) {
        arrived[flow].set(round);
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    /** The longest loss in a row of any flow of each pair of nodes, in nanoseconds; 0 where nothing was lost. */
    SortedMap<Flow.Nodes, Long> longest() {
        SortedMap<Flow.Nodes, Long> longest = new TreeMap<>();
        for (int i = 0; i < flows.size(); i++) {
            longest.merge(flows.get(i).nodes(), longest(arrived[i]), Math::max);
        }
        return longest;
    }

    /** The longest loss of all, in nanoseconds. */
    long worst() {
        return longest().values().stream().mapToLong(each -> each).max().orElse(0);
    }

    /** How many flows lost packets. */
    int hit() {
        int hit = 0;
        for (BitSet each : arrived) {
            hit += longest(each) > 0 ? 1 : 0;
        }
        return hit;
    }

    private long longest(BitSet got) {
        long longest = 0;
        for (int lost = got.nextClearBit(0); lost < sentAt.length; ) {
            int back = got.nextSetBit(lost);
            long until = back < 0 ? sentAt[sentAt.length - 1] : sentAt[back];
            longest = Math.max(longest, until - sentAt[lost]);
            lost = back < 0 ? sentAt.length : got.nextClearBit(back);
        }
        return longest;
    }

    /** Flows whose last packet was lost. */
    List<Flow> lostAtEnd() {
        List<Flow> lost = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            if (!arrived[i].get(sentAt.length - 1)) {
                lost.add(flows.get(i));
            }
        }
        return lost;
    }
}
