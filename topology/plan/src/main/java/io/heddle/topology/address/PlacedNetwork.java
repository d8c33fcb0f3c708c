package io.heddle.topology.address;

import io.heddle.model.fabric.Network;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;

/**
 * A network where it is: over all racks, or in one.
 *
 * @param original as the fabric names it
 * @param network with its own VLAN, VNI and subnets; the original where it is stretched
 * @param site the rack, or {@link io.heddle.topology.wiring.Sites#NONE} where it is stretched
 */
public record PlacedNetwork(Network original, Network network, int site) {

    /** The gateway every leaf answers for: the last usable address of the subnet. */
    public static IpAddress gateway(Prefix subnet) {
        return subnet.address().plus(Math.max(0, subnet.size() - 2));
    }

    /** An address that no pod may have: the subnet's first and last, and the gateway. */
    public static boolean isReserved(Prefix subnet, IpAddress address) {
        return address.equals(subnet.address())
                || address.equals(gateway(subnet))
                || address.equals(subnet.address().plus(subnet.size() - 1));
    }
}
