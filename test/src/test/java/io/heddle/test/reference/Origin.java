package io.heddle.test.reference;

/** The ORIGIN attribute, best first. */
public enum Origin {
    IGP,
    EGP,
    INCOMPLETE
}
