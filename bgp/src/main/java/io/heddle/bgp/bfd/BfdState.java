package io.heddle.bgp.bfd;

/** State of a session, in the order of its numbers on the wire (RFC 5880 section 4.1). */
public enum BfdState {
    ADMIN_DOWN,
    DOWN,
    INIT,
    UP
}
