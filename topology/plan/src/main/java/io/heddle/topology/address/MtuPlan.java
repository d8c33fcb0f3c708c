package io.heddle.topology.address;

import io.heddle.model.net.IpFamily;
import io.heddle.topology.fault.Faults;

/**
 * The layer-3 MTU at each place, in bytes. VXLAN (RFC 7348 section 5) puts an inner Ethernet header (14), VXLAN (8), UDP (8) and an
 * outer IP header (20 or 40) into the outer packet: 50 bytes over IPv4, 70 over IPv6. A pod network that tunnels from node to node adds
 * its own below the leafs'.
 *
 * @param link of the ports of switches
 * @param node of the nodes' interfaces, links to nodes included
 * @param pod what is left to a pod
 */
public record MtuPlan(int link, int node, int pod) {

    /** RFC 8200 section 5. */
    private static final int LEAST = 1280;

    /** What VXLAN over this family costs. */
    public static int vxlanOverhead(IpFamily outer) {
        return outer == IpFamily.IPV4 ? 50 : 70;
    }

    /**
     * @param leafTunnel what the leafs' overlay adds, 0 without one
     * @param podTunnel what the pod network's own tunnel adds, 0 without one
     */
    static MtuPlan of(int link, int node, int leafTunnel, int podTunnel, Faults faults) {
        if (node + leafTunnel > link) {
            faults.add(
                    "mtu",
                    "packets of " + node + " bytes from nodes"
                            + (leafTunnel == 0 ? "" : " and " + leafTunnel + " of VXLAN") + " on links of " + link,
                    "at most " + (link - leafTunnel) + " on nodes, or " + (node + leafTunnel) + " on links");
        }
        if (node - podTunnel < LEAST) {
            faults.add("mtu", (node - podTunnel) + " bytes left to pods", "at least " + LEAST + ", as IPv6 demands");
        }
        return new MtuPlan(link, node, node - podTunnel);
    }
}
