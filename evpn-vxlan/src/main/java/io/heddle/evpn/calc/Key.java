package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import org.jspecify.annotations.Nullable;

/** What an entry is found under, in the VRF of all switches that share it. */
sealed interface Key {

    record OfMac(MacVrf vrf, long mac) implements Key {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfMac that && mac == that.mac && vrf == that.vrf;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(mac) * 31 + vrf.hashCode();
        }
    }

    record OfNeighbor(MacVrf vrf, IpAddress address) implements Key {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfNeighbor that && vrf == that.vrf && address.equals(that.address);
        }

        @Override
        public int hashCode() {
            return address.hashCode() * 31 + vrf.hashCode();
        }
    }

    record OfFlood(MacVrf vrf, Vtep vtep) implements Key {}

    record OfRoute(IpVrf vrf, Prefix prefix) implements Key {}
}
