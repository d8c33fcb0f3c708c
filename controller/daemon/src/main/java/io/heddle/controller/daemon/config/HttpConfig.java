package io.heddle.controller.daemon.config;

import io.heddle.tls.TlsFiles;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where the API listens.
 *
 * @param tls certificates; without them the address must be of loopback
 * @param hosts names that clients without TLS may call it by
 */
public record HttpConfig(InetSocketAddress listen, Optional<TlsFiles> tls, List<String> hosts) {

    public HttpConfig {
        hosts = List.copyOf(hosts);
    }
}
