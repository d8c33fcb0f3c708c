package io.heddle.topology.spec;

/** How the leafs of a rack work together, and with it which VTEP addresses the rack shows. */
public enum PairMode {
    /** One leaf a rack. */
    SINGLE("single"),
    /** MLAG, one anycast VTEP for both leafs: R racks show R - 1 remote VTEPs. */
    MLAG_ANYCAST("mlag-anycast"),
    /** MLAG, an anycast VTEP and each leaf's primary address for routed routes: 3R - 2 remote VTEPs. */
    MLAG_ANYCAST_AND_PRIMARY("mlag-anycast-and-primary"),
    /** EVPN Ethernet segments, no peer link, one VTEP a leaf: 2R - 1 remote VTEPs. */
    ETHERNET_SEGMENT("ethernet-segment"),
    /** Two leafs that know nothing of each other; nodes attach by L3. */
    INDEPENDENT("independent");

    private final String text;

    PairMode(String text) {
        this.text = text;
    }

    public boolean isMlag() {
        return this == MLAG_ANYCAST || this == MLAG_ANYCAST_AND_PRIMARY;
    }

    @Override
    public String toString() {
        return text;
    }
}
