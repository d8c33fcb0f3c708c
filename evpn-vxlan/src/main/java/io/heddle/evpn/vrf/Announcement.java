package io.heddle.evpn.vrf;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.route.EvpnRoute;

/**
 * A route as its originator makes it. A type 5 has a Router's MAC, or it is refused: without one FRR sends all that goes to the VTEP to
 * the MAC of zeros, and keeps doing so when the route is withdrawn.
 */
public record Announcement(EvpnRoute route, EvpnAttributes attributes) {

    public Announcement {
        if (route instanceof EvpnRoute.IpPrefix prefix && attributes.routerMac().isEmpty()) {
            throw new IllegalArgumentException("type 5 to " + prefix.prefix() + " has no Router's MAC");
        }
    }
}
