package io.heddle.evpn.vrf;

import io.heddle.model.net.IpAddress;
import java.util.Set;

/**
 * Whether a flooded frame leaves through a port on an Ethernet segment. VXLAN has no label for the segment a frame came from; its sender's
 * address stands in, and senders deliver to their own segments themselves: local bias (RFC 8365 section 8.3.1).
 */
public final class SplitHorizon {

    private SplitHorizon() {}

    /** A frame from one of the own ports: to every segment but its own, whoever is elected there. */
    public static boolean forwardsFromOwnPort(boolean sameSegment) {
        return !sameSegment;
    }

    /**
     * A frame from a tunnel: to segments that its sender is not attached to, if we are elected.
     *
     * @param members the VTEPs attached to the segment
     */
    public static boolean forwardsFromTunnel(IpAddress sender, Set<IpAddress> members, boolean elected) {
        return elected && !members.contains(sender);
    }
}
