package io.heddle.lab.layout;

/**
 * What stands for a thing this kernel lacks.
 *
 * @param times how often in this lab
 */
public record Substitution(Kind kind, int times) {

    /** The kinds, in the order of the layers. */
    public enum Kind {
        VLAN("VLANs on a cable", "one veth pair a VLAN"),
        BOND("bonds over several cables", "one forwarding member, the others stand by: they receive and never send"),
        LAG("bonds of several cables to one device", "one veth pair"),
        BRIDGE("VLAN-aware bridges", "one plain bridge a VLAN"),
        MLAG("leafs of MLAG pairs", "MACs and neighbours synchronised by Heddle"),
        VRF("VRFs", "one namespace a tenant (zebra -n)");

        private final String wanted;
        private final String instead;

        Kind(String wanted, String instead) {
            this.wanted = wanted;
            this.instead = instead;
        }
    }

    /** One line for people. */
    public String text() {
        return times + " " + kind.wanted + ": " + kind.instead;
    }
}
