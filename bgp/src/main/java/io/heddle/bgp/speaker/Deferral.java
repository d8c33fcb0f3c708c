package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.PeerRoutes;
import io.heddle.bgp.wire.AddressFamilyId;
import java.util.HashSet;
import java.util.Set;

/**
 * After a restart of our own, nothing is sent until the peers have sent what they have, so that they do not lose by it (RFC 4724 section
 * 4.1). Not for ever: a peer that does not come must not silence us.
 */
final class Deferral {

    /** Selection_Deferral_Timer: nanoseconds. */
    private static final long LONGEST = 120_000_000_000L;

    private final Set<EndOf> seen = new HashSet<>();
    private boolean pending;
    private long until = Long.MAX_VALUE;

    private record EndOf(int peer, AddressFamilyId family) {}

    /** Begins to wait. */
    void begin(long now) {
        if (!pending) {
            pending = true;
            until = now + LONGEST;
        }
    }

    boolean isPending() {
        return pending;
    }

    /** When waiting ends at the latest. */
    long until() {
        return until;
    }

    void endOfRib(Peer peer, AddressFamilyId family) {
        seen.add(new EndOf(peer.number, family));
    }

    /** Whether waiting is over; true once. */
    boolean isOver(PeerTable peers, long now) {
        if (!pending) {
            return false;
        }
        boolean over = now >= until || peers.all().stream().allMatch(this::isDone);
        if (over) {
            pending = false;
            until = Long.MAX_VALUE;
        }
        return over;
    }

    private boolean isDone(Peer peer) {
        PeerRoutes routes = peer.routes();
        return routes != null
                && routes.options().families().stream().allMatch(each -> seen.contains(new EndOf(peer.number, each)));
    }
}
