package io.heddle.controller.onos.provider;

/** What this controller is to a switch. */
public sealed interface Standing {

    /** It has not asked yet, or the switch is away. */
    record Unknown() implements Standing {}

    /** It changes the switch, alone or as its master. */
    record Writes() implements Standing {}

    /** It changes nothing: another controller leads, or nobody. */
    record StandsBy() implements Standing {}

    /** It leads and the switch does not take it for its master. */
    record Displaced(String reason) implements Standing {}
}
