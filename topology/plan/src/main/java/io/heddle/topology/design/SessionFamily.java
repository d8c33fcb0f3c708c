package io.heddle.topology.design;

/** What a session carries. */
public enum SessionFamily {
    /** IPv4, and IPv6 in a dual-stack plan. */
    UNICAST("unicast"),
    EVPN("evpn");

    private final String text;

    SessionFamily(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
