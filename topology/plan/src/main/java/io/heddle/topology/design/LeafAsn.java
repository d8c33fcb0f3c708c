package io.heddle.topology.design;

/** How leafs of racks get AS numbers. A border leaf, or a leaf in no rack, always has its own: it must accept the routes of all others. */
public enum LeafAsn {
    /** RFC 7938 section 5.2.1. */
    PER_LEAF("per-leaf"),
    /** The leafs of a rack share one. */
    PER_RACK("per-rack"),
    /** All leafs share one: a leaf then rejects the routes of the others, by AS_PATH loop. */
    SHARED("shared");

    private final String text;

    LeafAsn(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
