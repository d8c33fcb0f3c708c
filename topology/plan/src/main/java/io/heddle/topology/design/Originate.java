package io.heddle.topology.design;

/** What a role puts into BGP by itself, pods apart. */
public enum Originate {
    /** Every own loopback address, VTEP addresses included. */
    LOOPBACK("loopback"),
    /** The subnets of own VLAN interfaces in the default VRF. */
    CONNECTED("connected"),
    /** Static routes to the loopbacks of nodes attached by layer 3. */
    NODE_LOOPBACKS("node-loopbacks"),
    /** The prefix that covers all blocks of the own rack, and nothing more specific. */
    RACK_AGGREGATE("rack-aggregate"),
    /** A default route, whether or not the router has one. */
    DEFAULT_ROUTE("default-route");

    private final String text;

    Originate(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
