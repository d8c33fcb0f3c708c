package io.heddle.controller.http.server;

import java.time.Duration;

/**
 * What a client may use.
 *
 * @param connections of all clients
 * @param watchers of all clients
 * @param headerBytes of one request, its first line included
 * @param bodyBytes of all requests together while they are read
 * @param head time from the first octet of a request, and for the TLS handshake, until its header is there
 * @param body time for the body after it
 * @param idle time between two requests
 * @param answer time to take an answer
 * @param heartbeat of an event stream with nothing to tell
 */
public record ServerLimits(
        int connections,
        int watchers,
        int headerBytes,
        long bodyBytes,
        Duration head,
        Duration body,
        Duration idle,
        Duration answer,
        Duration heartbeat) {

    public static final ServerLimits DEFAULT = new ServerLimits(
            4096,
            256,
            16 << 10,
            128L << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(75),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15));
}
