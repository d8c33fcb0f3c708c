package io.heddle.model.tables;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import java.util.Optional;

/**
 * An ARP or ND entry on a VLAN interface. Neighbours across routed links are next hops and are not listed here.
 *
 * @param vtep the remote VTEP behind which the host lives, if it came by EVPN
 */
public record NeighborEntry(VlanId vlan, IpAddress address, Mac mac, Optional<IpAddress> vtep)
        implements Comparable<NeighborEntry> {

    @Override
    public int compareTo(NeighborEntry other) {
        int byVlan = vlan.compareTo(other.vlan);
        return byVlan != 0 ? byVlan : address.compareTo(other.address);
    }
}
