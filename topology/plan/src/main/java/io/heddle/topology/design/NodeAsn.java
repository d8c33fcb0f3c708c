package io.heddle.topology.design;

/** How nodes get AS numbers. */
public enum NodeAsn {
    /** Nodes speak no BGP. */
    NONE("none"),
    /** That of the rack's leafs: the sessions are iBGP. */
    RACK("rack"),
    PER_NODE("per-node"),
    /** All nodes share one. */
    SHARED("shared");

    private final String text;

    NodeAsn(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
