package io.heddle.bgp.ra;

import java.time.Duration;

/** An ICMPv6 message that concerns routers on a link, as far as it is read. */
public sealed interface NeighborMessage {

    /**
     * RFC 4861 section 4.2.
     *
     * @param lifetime how long the sender is a default router, whole seconds up to 65,535; zero: not, or no longer
     */
    record Advertisement(Duration lifetime) implements NeighborMessage {}

    /** RFC 4861 section 4.1. */
    record Solicitation() implements NeighborMessage {}

    /**
     * To be discarded.
     *
     * @param why with the section that says so
     */
    record Discarded(String why) implements NeighborMessage {}
}
