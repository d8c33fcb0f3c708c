package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import java.util.SequencedSet;

/** What the machine asks for, to be carried out in the order given. */
public sealed interface Effect {

    /** Connect to the peer; answered by {@link SessionEvent.Connected} or {@link SessionEvent.ConnectFailed}. */
    record Dial() implements Effect {}

    /** Give up the connect that is under way. */
    record StopDialing() implements Effect {}

    /** Send on this connection, after everything that was sent on it before. */
    record Send(int connection, BgpMessage message) implements Effect {}

    /** Close this connection once what was sent has left or cannot; nothing more is heard of it. */
    record Close(int connection) implements Effect {}

    /** The session is established on this connection: routes may flow. */
    record Up(int connection, Negotiated negotiated) implements Effect {}

    /**
     * The session is no longer established. The peer's routes of the families in {@code kept} become stale, all others are withdrawn.
     */
    record Down(SequencedSet<AddressFamilyId> kept, String reason) implements Effect {}

    /** What is still stale of this family is withdrawn. */
    record Flush(AddressFamilyId family) implements Effect {}

    /** What is stale of this family becomes long-lived: LLGR_STALE, least preferred, NO_LLGR withdrawn (RFC 9494 section 4.2). */
    record LongLived(AddressFamilyId family) implements Effect {}
}
