package io.heddle.controller.http.route;

/** What a caller must be. */
public enum Need {
    /** Anybody: probes have no certificate. */
    NOTHING,
    /** May read. */
    READ,
    /** May write. */
    WRITE,
    /** May read, or is the node that {@code {node}} in the path names. */
    READ_OR_OWN,
    /** May write, or is the node that {@code {node}} in the path names. */
    OWN
}
