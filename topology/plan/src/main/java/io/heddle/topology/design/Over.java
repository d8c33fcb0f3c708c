package io.heddle.topology.design;

/** What a session runs over. */
public enum Over {
    /** One session for each routed link. */
    LINK("link"),
    /** One for each address family, to the addresses both have on a VLAN. */
    SVI("svi"),
    /** LINK to a node attached by layer 3, SVI to one attached by layer 2. */
    ATTACHMENT("attachment"),
    /** Between the two leafs of a rack, if there is a link between them: over VLAN addresses where they bridge, else over each link. */
    PEER_LINK("peer-link");

    private final String text;

    Over(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
