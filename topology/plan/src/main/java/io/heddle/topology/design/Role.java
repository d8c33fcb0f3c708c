package io.heddle.topology.design;

/** What a router is to a design. */
public enum Role {
    SUPER_SPINE("super-spine"),
    SPINE("spine"),
    /** Border leafs included, where no rule names them apart. */
    LEAF("leaf"),
    BORDER_LEAF("border-leaf"),
    NODE("node"),
    /** A router beyond a border leaf. */
    EXTERNAL("external");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
