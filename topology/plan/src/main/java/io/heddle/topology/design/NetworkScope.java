package io.heddle.topology.design;

/** How far a network of the fabric reaches. */
public enum NetworkScope {
    /** One VLAN and one subnet over all racks. */
    STRETCHED("stretched"),
    /** Each rack has its own slice of the subnet; over an overlay also its own VLAN and VNI. */
    PER_RACK("per-rack");

    private final String text;

    NetworkScope(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
