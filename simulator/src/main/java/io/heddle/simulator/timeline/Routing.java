package io.heddle.simulator.timeline;

/** How the routing process of a device is. */
public enum Routing {
    RUNS,
    /** It runs, and marks what it sends for neighbours to prefer others (GRACEFUL_SHUTDOWN, RFC 8326). */
    DRAINED,
    STOPPED
}
