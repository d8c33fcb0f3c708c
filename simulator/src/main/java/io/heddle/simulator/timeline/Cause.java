package io.heddle.simulator.timeline;

/**
 * Why something changed.
 *
 * @param text complete in itself: {@code spine-1 withdrew 10.1.2.0/24}, {@code the hold timer of leaf-1 for spine-1 ran out after 9 s}
 */
public record Cause(Kind kind, String text) {

    public enum Kind {
        /** The incident itself. */
        INCIDENT,
        /** A port lost or found its light. */
        CARRIER,
        /** A timer ran out: LACP, BFD, hold, stale routes, advertisement interval. */
        TIMER,
        /** A message of a neighbour. */
        MESSAGE,
        /** A host spoke, moved or fell silent. */
        HOST,
        /** A table was full, and the device crashed for it. */
        OVERFLOW,
        /** The device's own doing: a next hop resolved anew, tables written. */
        OWN
    }

    @Override
    public String toString() {
        return text;
    }
}
