package io.heddle.bgp.speaker;

import io.heddle.bgp.bfd.BfdPath;
import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.session.TransportConfig;

/**
 * What a {@link Speaker} asks of the world. All of it is asked from within a call of the driver into the speaker; the driver notes it
 * and acts after that call.
 */
public interface SpeakerDriver {

    /**
     * Wants one attempt to connect, answered by {@link Speaker#connected} or {@link Speaker#connectFailed} unless
     * {@link #stopConnecting} comes first.
     */
    void connect(int peer, TransportConfig transport);

    /** Gives up the attempt that is under way. Answers that come all the same are refused. */
    void stopConnecting(int peer);

    /**
     * Wants a connection closed, after the bytes are sent that {@link Speaker#fill} still yields, or as soon as they cannot be sent.
     * The speaker does not use the number again before the driver has called {@link Speaker#closed}.
     */
    void close(int connection);

    /**
     * There is something to write: {@link Speaker#fill} is to be called as soon and as long as the connection is writable, until it
     * yields nothing. Not asked again before that.
     */
    void wantsToWrite(int connection);

    /**
     * Wants {@link Speaker#pathDown} when the path to a peer fails. A later call for the peer replaces an earlier one. A driver without BFD
     * watches nothing.
     */
    default void watchPath(int peer, BfdPath path, BfdTimers timers) {}

    /** No longer wants that. */
    default void unwatchPath(int peer) {}

    /**
     * Wants {@link Speaker#tick} called at this time, on the driver's own scale of nanoseconds. A later call replaces an earlier one;
     * {@link Long#MAX_VALUE} means never.
     */
    void wakeAt(long nanos);
}
