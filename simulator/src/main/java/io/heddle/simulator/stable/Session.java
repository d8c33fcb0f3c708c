package io.heddle.simulator.stable;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Neighbor;
import io.heddle.model.tables.NextHop;

/**
 * A session that is up, as its receiving side sees it.
 *
 * @param from the sending router
 * @param to the receiving router
 * @param received the receiver's neighbour entry
 * @param sent the sender's neighbour entry
 * @param rank the session's rank among the receiver's: port names first, then peer addresses
 * @param nextHop how the receiver forwards over it
 */
record Session(Router from, Router to, Neighbor received, Neighbor sent, int rank, NextHop nextHop) {

    boolean external() {
        return !from.bgp().asn().equals(to.bgp().asn());
    }

    /** The families both sides carry, as bits by ordinal. */
    int families() {
        int bits = 0;
        for (AddressFamily each : received.group().families()) {
            if (sent.group().families().contains(each)) {
                bits |= 1 << each.ordinal();
            }
        }
        return bits;
    }
}
