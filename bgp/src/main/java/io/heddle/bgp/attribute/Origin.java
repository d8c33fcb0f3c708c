package io.heddle.bgp.attribute;

/** RFC 4271 section 5.1.1, in order of preference. */
public enum Origin {
    IGP,
    EGP,
    INCOMPLETE
}
