package io.heddle.topology.design;

/** Whether the two ends of a routed link have addresses. */
public enum Numbering {
    /** A /31 (RFC 3021) and, with IPv6, a /127 (RFC 6164). */
    NUMBERED("numbered"),
    /** Link-local IPv6 alone (RFC 5549, RFC 8950). */
    UNNUMBERED("unnumbered");

    private final String text;

    Numbering(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
