package io.heddle.bgp.bfd;

import io.heddle.model.net.IpAddress;

/**
 * That the path to a peer is to be watched.
 *
 * @param networkInterface the link the peer is on (RFC 5881); empty where it is several hops away (RFC 5883)
 */
public record BfdRequest(BfdTimers timers, String networkInterface) {

    /** A peer on a link. */
    public static BfdRequest onLink(BfdTimers timers, String networkInterface) {
        if (networkInterface.isEmpty()) {
            throw new IllegalArgumentException("a link without name");
        }
        return new BfdRequest(timers, networkInterface);
    }

    /** A peer anywhere. */
    public static BfdRequest multihop(BfdTimers timers) {
        return new BfdRequest(timers, "");
    }

    public BfdPath path(IpAddress local, IpAddress remote) {
        return networkInterface.isEmpty()
                ? BfdPath.multihop(local, remote)
                : BfdPath.link(local, remote, networkInterface);
    }
}
