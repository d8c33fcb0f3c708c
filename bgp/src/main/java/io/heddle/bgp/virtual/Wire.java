package io.heddle.bgp.virtual;

import io.heddle.bgp.rib.RouteCounters;
import io.heddle.model.net.IpAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection: what it has received but not used up, what TCP has still to deliver, and the other end once there is one.
 * Single-threaded.
 */
final class Wire {

    /** What is sent after the last byte. */
    static final byte[] END = {};

    /** RFC 6298 section 2.4 asks for a second; Linux takes 200 ms (TCP_RTO_MIN). */
    static final long FIRST_RETRY = 200_000_000L;

    /** TCP_RTO_MAX of Linux. */
    static final long LAST_RETRY = 120_000_000_000L;

    final int number;
    final VirtualHost host;
    final Deque<byte[]> unsent = new ArrayDeque<>(2);
    byte[] rest = END;
    private @Nullable Wire other;
    private @Nullable IpAddress own;
    private @Nullable IpAddress remote;
    boolean closed;
    boolean retrying;
    long retry = FIRST_RETRY;
    long lastArrival;
    long lastUpdate = Long.MIN_VALUE;
    boolean pumping;

    @Nullable
    RouteCounters counters;

    long updates;
    long announced;
    long withdrawn;

    Wire(VirtualHost host, int number) {
        this.host = host;
        this.number = number;
    }

    void join(Wire far, IpAddress near, IpAddress there) {
        other = far;
        own = near;
        remote = there;
    }

    @Nullable
    Wire other() {
        return other;
    }

    IpAddress own() {
        return Objects.requireNonNull(own);
    }

    IpAddress remote() {
        return Objects.requireNonNull(remote);
    }
}
