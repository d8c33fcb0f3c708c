package io.heddle.topology.design;

/** What the links between switches are. */
public enum Underlay {
    /** Trunks of every VLAN. */
    BRIDGED("bridged"),
    /** Layer 3, with BGP. */
    ROUTED("routed");

    private final String text;

    Underlay(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
