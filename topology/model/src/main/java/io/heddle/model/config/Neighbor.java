package io.heddle.model.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.Optional;

/**
 * A BGP session as one router is told of it.
 *
 * @param peer the router at the other end
 * @param port the link it runs over: the session lives and dies with it; absent for a session to an address behind a VLAN or further
 * @param address the peer's address; absent for an unnumbered session (RFC 5549 and 8950 over the link-local address), which needs a port
 * @param remoteAs the peer's AS; equal to the own makes it iBGP
 */
public record Neighbor(
        DeviceName peer, Optional<PortName> port, Optional<IpAddress> address, Asn remoteAs, PeerGroup group) {

    public Neighbor {
        if (port.isEmpty() && address.isEmpty()) {
            throw new IllegalArgumentException("neighbour " + peer + " has neither port nor address");
        }
    }

    /** The same in another group. */
    public Neighbor with(PeerGroup changed) {
        return new Neighbor(peer, port, address, remoteAs, changed);
    }
}
