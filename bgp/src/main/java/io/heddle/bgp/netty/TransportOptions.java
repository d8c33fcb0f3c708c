package io.heddle.bgp.netty;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.model.net.IpAddress;
import java.time.Duration;
import java.util.List;

/**
 * How the speaker is reached and how much it bears.
 *
 * @param listen where to listen; empty listens nowhere
 * @param maxConnections open connections in all
 * @param maxPerAddress open connections from one remote address; a session needs two while it collides
 * @param linger how long a closed connection may take to receive what was sent
 * @param epoll whether epoll is used where it is there
 */
public record TransportOptions(
        List<ListenAddress> listen, int maxConnections, int maxPerAddress, Duration linger, boolean epoll) {

    /**
     * An address and port to listen on; port 0 is any that is free.
     *
     * @param address {@code ::} takes IPv4 too
     */
    public record ListenAddress(IpAddress address, int port) {

        public ListenAddress {
            if (port < 0 || port > 0xFFFF) {
                throw new IllegalArgumentException("port " + port + " is outside 0..65535");
            }
        }
    }

    /** On all addresses at the usual port. */
    public static final TransportOptions DEFAULT = new TransportOptions(
            List.of(new ListenAddress(IpAddress.v6(0, 0), TransportConfig.BGP_PORT)),
            16384,
            8,
            Duration.ofSeconds(2),
            true);

    public TransportOptions {
        listen = List.copyOf(listen);
        if (maxConnections < 1 || maxPerAddress < 1 || linger.isNegative()) {
            throw new IllegalArgumentException("connections at most " + maxConnections + ", per address "
                    + maxPerAddress + ", linger " + linger + ": too small");
        }
    }

    public TransportOptions listeningOn(ListenAddress... addresses) {
        return new TransportOptions(List.of(addresses), maxConnections, maxPerAddress, linger, epoll);
    }

    public TransportOptions withMaxPerAddress(int limit) {
        return new TransportOptions(listen, maxConnections, limit, linger, epoll);
    }

    public TransportOptions withoutEpoll() {
        return new TransportOptions(listen, maxConnections, maxPerAddress, linger, false);
    }
}
