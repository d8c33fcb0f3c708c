package io.heddle.test.reference;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;

/** What routes lead to, one at a time. */
sealed interface Destination {

    AddressFamily family();

    record Unicast(Prefix prefix) implements Destination {
        @Override
        public AddressFamily family() {
            return prefix.family() == IpFamily.IPV4 ? AddressFamily.IPV4_UNICAST : AddressFamily.IPV6_UNICAST;
        }
    }

    /** All EVPN routes of one originator: they share one fate (rule 6.2). */
    record Evpn(DeviceName originator) implements Destination {
        @Override
        public AddressFamily family() {
            return AddressFamily.L2VPN_EVPN;
        }
    }
}
