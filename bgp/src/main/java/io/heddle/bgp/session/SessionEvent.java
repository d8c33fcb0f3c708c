package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a session. Connections have numbers that the driver gives and does not use again while the session knows them. In
 * brackets: the events of RFC 4271 section 8.1.
 */
public sealed interface SessionEvent {

    /**
     * The peer is wanted (1, 3 to 7).
     *
     * @param restarting we ourselves have just restarted: the R bit of RFC 4724 until the session is up
     */
    record Start(boolean restarting) implements SessionEvent {}

    /**
     * The session is to end by this Cease (2, 8).
     *
     * @param hard the peer shall drop our routes in spite of graceful restart, and we its (RFC 8538 section 4)
     * @param idle how long to stay idle; the damping decides if null, {@link #FOR_EVER} waits for {@link Start}
     */
    record Stop(
            BgpMessage.Notification cease,
            boolean hard,
            @Nullable Duration idle) implements SessionEvent {

        public static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);
    }

    /**
     * A deadline may have passed (9 to 13). Earlier than {@link Session#wakeAt} it does nothing. The times count in Established only.
     *
     * @param lastReceived when a message was last received
     * @param lastSent when a KEEPALIVE or UPDATE was last sent
     * @param lastProgress when there was last nothing to send, or the peer last took something
     */
    record Tick(long lastReceived, long lastSent, long lastProgress) implements SessionEvent {}

    /** Our connect succeeded (16). */
    record Connected(int connection) implements SessionEvent {}

    /** Our connect failed (18). */
    record ConnectFailed(String reason) implements SessionEvent {}

    /** The peer connected to us (17). */
    record Accepted(int connection) implements SessionEvent {}

    /** A connection is gone (18). */
    record ConnectionLost(int connection, String reason) implements SessionEvent {}

    /** A well-formed message other than UPDATE (19, 24 to 26). */
    record Received(int connection, BgpMessage message) implements SessionEvent {}

    /** An UPDATE (27); in Established the driver need not tell. */
    record UpdateReceived(int connection) implements SessionEvent {}

    /** Something was wrong with what was received, and this is to be sent for it (21, 22, 28). */
    record Malformed(int connection, BgpMessage.Notification answer) implements SessionEvent {}

    /** The peer has sent everything it has of a family (RFC 4724 section 2). */
    record EndOfRib(AddressFamilyId family) implements SessionEvent {}
}
