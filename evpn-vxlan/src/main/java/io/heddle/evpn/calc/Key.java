package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;

/** What an entry is found under, in the VRF of all switches that share it. */
sealed interface Key {

    record OfMac(MacVrf vrf, long mac) implements Key {}

    record OfNeighbor(MacVrf vrf, IpAddress address) implements Key {}

    record OfFlood(MacVrf vrf, Vtep vtep) implements Key {}

    record OfRoute(IpVrf vrf, Prefix prefix) implements Key {}
}
