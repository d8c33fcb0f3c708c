package io.heddle.controller.daemon.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the API listens.
 *
 * @param tls certificates; without them the address must be of loopback
 * @param hosts names that clients without TLS may call it by
 */
public record HttpConfig(InetSocketAddress listen, Optional<Tls> tls, List<String> hosts) {

    /** Files in PEM. */
    public record Tls(Path certificate, Path key, Path authorities) {}

    public HttpConfig {
        hosts = List.copyOf(hosts);
    }
}
