package io.heddle.bgp.rib;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;

/** What came of an UPDATE. */
public sealed interface Taken {

    Taken FINE = new Fine();

    /** Its routes are in the tables; what was wrong with single attributes or routes is in the counters (RFC 7606). */
    record Fine() implements Taken {}

    /** The peer has sent all it has of a family (RFC 4724 section 2). */
    record EndOfRib(AddressFamilyId family) implements Taken {}

    /**
     * The session has to end.
     *
     * @param answer the NOTIFICATION to send
     * @param reason for people
     */
    record Reset(BgpMessage.Notification answer, String reason) implements Taken {}
}
