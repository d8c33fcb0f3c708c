package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;

/**
 * A family whose stale routes are kept.
 *
 * @param until when the phase ends, in nanoseconds
 * @param longLived how long the long-lived phase is, in nanoseconds; 0 for none
 */
public record StaleFamily(AddressFamilyId family, Phase phase, long until, long longLived) {

    /** Why they are kept. */
    public enum Phase {
        /** The peer is expected back within its restart time (RFC 4724). */
        RESTARTING,
        /** It did not come; its routes serve as a last resort (RFC 9494). */
        LONG_LIVED,
        /** It is back and has not sent End-of-RIB. */
        RESYNCING
    }
}
