package io.heddle.topology.check;

/** What is checked, in the order of reports, each with its reason. */
public enum Rule {
    PORT_UNIQUE("port-unique", "two ports of one name cannot be told apart by cables and configuration"),
    PORT_EXISTS("port-exists", "the device has no such port, so the cable cannot be plugged"),
    PORT_COUNT("port-count", "a device cannot use more ports than it has"),
    PORT_SPEED("port-speed", "a port comes up only at a speed that its cage and chip support"),
    CAGE_SPLIT("cage-split", "a cage is used whole or split in one way, so all its parts run at one speed"),
    CABLE_END("cable-end", "a cable needs a port at either end, and one of them on a switch"),
    CABLE_SPEED("cable-speed", "a link comes up only if both ends run at the same speed"),
    BOND_MEMBER("bond-member", "a bond can only be made of ports that the node has, each in one bond and with a cable"),
    BOND_SPEED("bond-speed", "LACP aggregates links of one speed only (IEEE 802.1AX); the others stay idle"),
    BOND_LEAFS("bond-leafs", "LACP needs one partner: a switch, an MLAG pair, or the leafs of an Ethernet segment"),
    BOND_ROUTED(
            "bond-routed", "a routed node has one session per link; link-local traffic over a bond hashes to one leaf"),
    MLAG_PEERS("mlag-peers", "MLAG runs between two switches of one model and operating system"),
    MLAG_PEER_LINK(
            "mlag-peer-link",
            "the pair keeps its tables in step over the peer link, and without it one leaf shuts its bonds"),
    OVERSUBSCRIPTION(
            "oversubscription", "more bandwidth below than above means that not all nodes can send at full rate"),
    NETWORK_EXISTS("network-exists", "a bond, a port or a network can only refer to what is described"),
    NETWORK_CONNECTED(
            "network-connected", "the members of a network must reach each other over switches that carry it"),
    VLAN_SHARED("vlan-shared", "networks with one VLAN on the same switches are one broadcast domain"),
    PROVISIONING_ISOLATED(
            "provisioning-isolated",
            "two DHCP servers in one broadcast domain hand out each other's addresses and boot files"),
    PXE_UNTAGGED("pxe-untagged", "network boot sends untagged frames before any VLAN is configured"),
    PXE_FALLBACK(
            "pxe-fallback",
            "before the operating system runs there is no LACP partner, so the leaf keeps the bond down"),
    LAYER2_LOOP(
            "layer2-loop",
            "spanning tree blocks a looped layer 2 down to a tree, and the bandwidth of the rest is lost"),
    SINGLE_POINT_OF_FAILURE(
            "single-point-of-failure",
            "the network must be resilient to the loss of a single switch, network interface card or cable");

    private final String text;
    private final String why;

    Rule(String text, String why) {
        this.text = text;
        this.why = why;
    }

    /** The reason in one sentence, without a capital and a full stop. */
    public String why() {
        return why;
    }

    /** The name used in reports: {@code bond-leafs}. */
    @Override
    public String toString() {
        return text;
    }
}
