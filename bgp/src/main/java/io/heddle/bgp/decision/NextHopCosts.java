package io.heddle.bgp.decision;

import io.heddle.bgp.attribute.NextHop;

/**
 * What it costs to reach next hops (RFC 4271 section 9.1.2.1), as far as whoever runs the speaker knows: by a routing table, an interior
 * protocol, or what is adjacent. Asked within the speaker's calls.
 */
public interface NextHopCosts {

    /** Instead of a cost: it cannot be reached, and no route over it is used. */
    long UNREACHABLE = -1;

    /** Every next hop can be reached at the same cost: for who only passes routes on. */
    NextHopCosts ALL_REACHABLE = _ -> 0;

    /** The cost, not negative, or {@link #UNREACHABLE}. */
    long of(NextHop nextHop);

    /** Whether routes of external sessions are judged by their next hops too; if not, they are used over the session they came by. */
    default boolean judgesExternal() {
        return true;
    }

    /** The same costs for routes of internal sessions alone. */
    static NextHopCosts internal(NextHopCosts costs) {
        return new NextHopCosts() {
            @Override
            public long of(NextHop nextHop) {
                return costs.of(nextHop);
            }

            @Override
            public boolean judgesExternal() {
                return false;
            }
        };
    }
}
