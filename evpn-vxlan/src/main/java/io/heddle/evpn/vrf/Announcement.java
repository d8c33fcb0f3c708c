package io.heddle.evpn.vrf;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.route.EvpnRoute;

/** A route as its originator makes it. */
public record Announcement(EvpnRoute route, EvpnAttributes attributes) {}
