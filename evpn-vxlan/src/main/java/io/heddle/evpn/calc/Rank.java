package io.heddle.evpn.calc;

import io.heddle.evpn.community.EvpnCommunity.MacMobility;

/**
 * RFC 7432 section 15 as one number: a static MAC before any other, then the higher sequence. Who wins among equals is up to the caller:
 * a local host before remote ones, then the VTEP with the lowest address (section 15.1).
 */
final class Rank {

    private static final long STICKY = 1L << 32;

    private Rank() {}

    static long of(MacMobility mobility) {
        return (mobility.sticky() ? STICKY : 0) + mobility.sequence();
    }
}
