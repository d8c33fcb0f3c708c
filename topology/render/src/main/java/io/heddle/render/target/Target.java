package io.heddle.render.target;

/** Whom configuration is written for. */
public enum Target {
    /** FRR on Linux with ifupdown2: switches, and nodes that speak BGP. */
    FRR("frr"),
    /** Cumulus Linux: switches. */
    CUMULUS("cumulus"),
    /** SONiC: switches. */
    SONIC("sonic"),
    /** BIRD 2: nodes that speak BGP. */
    BIRD("bird"),
    /** netplan: nodes. */
    NETPLAN("netplan"),
    /** The node agent of the CNI plugin: nodes whose pods the fabric sees. */
    AGENT("agent");

    private final String text;

    Target(String text) {
        this.text = text;
    }

    /** The word on the command line and in paths. */
    @Override
    public String toString() {
        return text;
    }
}
