package io.heddle.topology.design;

import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.Policy;

/**
 * One end of a {@link SessionRule}.
 *
 * @param reflectorClient the other end is a client of this route reflector
 * @param nextHop of unicast routes sent; EVPN routes keep theirs
 */
public record SessionSide(
        Policy importPolicy, Policy exportPolicy, boolean reflectorClient, NextHopMode nextHop, int allowOwnAs) {

    /** Everything in, everything out. */
    public static final SessionSide OPEN =
            new SessionSide(Policy.ACCEPT_ALL, Policy.ACCEPT_ALL, false, NextHopMode.STANDARD, 0);
}
