package io.heddle.controller.http.server;

import io.heddle.controller.http.route.Router;
import io.heddle.controller.http.watch.WatchLog;
import io.heddle.controller.tls.CurrentTls;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * What all connections share.
 *
 * @param hosts what the header {@code Host} may name besides loopback, without port
 */
record Shared(
        Router router,
        WatchLog log,
        ServerLimits limits,
        ServerEvents events,
        Optional<CurrentTls> tls,
        List<String> hosts,
        InstantSource clock,
        LongSupplier nanos,
        Budget bodies,
        AtomicInteger connections,
        AtomicInteger watchers) {

    void count() {
        events.counts(connections.get(), watchers.get());
    }
}
