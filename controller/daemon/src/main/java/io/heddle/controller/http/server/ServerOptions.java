package io.heddle.controller.http.server;

import io.heddle.controller.tls.CurrentTls;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens and to whom it speaks.
 *
 * @param address to listen on; port 0 takes a free one
 * @param tls who is believed; without it the address must be of loopback
 * @param hosts what clients without TLS may call us besides {@code localhost} and loopback's addresses
 * @param threads event loops
 */
public record ServerOptions(
        InetSocketAddress address, Optional<CurrentTls> tls, List<String> hosts, ServerLimits limits, int threads) {

    public ServerOptions {
        hosts = List.copyOf(hosts);
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("address " + address + " cannot be resolved");
        }
        if (tls.isEmpty() && !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("address " + address.getAddress().getHostAddress()
                    + " without TLS, expected certificates or an address of loopback");
        }
    }

    /** On loopback, without TLS. */
    public static ServerOptions loopback(InetSocketAddress address) {
        return new ServerOptions(address, Optional.empty(), List.of(), ServerLimits.DEFAULT, 2);
    }

    public ServerOptions with(ServerLimits next) {
        return new ServerOptions(address, tls, hosts, next, threads);
    }
}
