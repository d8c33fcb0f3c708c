package io.heddle.test.reference;

/** The ORIGIN attribute, best first. */
enum Origin {
    IGP,
    EGP,
    INCOMPLETE
}
