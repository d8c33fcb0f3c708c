package io.heddle.render.frr;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.Optional;

/** Address families in FRR's words. */
final class Families {

    private Families() {}

    /** As in {@code address-family ipv4 unicast}. */
    static String name(AddressFamily family) {
        return switch (family) {
            case IPV4_UNICAST -> "ipv4 unicast";
            case IPV6_UNICAST -> "ipv6 unicast";
            case L2VPN_EVPN -> "l2vpn evpn";
        };
    }

    static String shortName(AddressFamily family) {
        return switch (family) {
            case IPV4_UNICAST -> "ipv4";
            case IPV6_UNICAST -> "ipv6";
            case L2VPN_EVPN -> "evpn";
        };
    }

    static Optional<IpFamily> ip(AddressFamily family) {
        return switch (family) {
            case IPV4_UNICAST -> Optional.of(IpFamily.IPV4);
            case IPV6_UNICAST -> Optional.of(IpFamily.IPV6);
            case L2VPN_EVPN -> Optional.empty();
        };
    }

    static AddressFamily of(IpFamily family) {
        return family == IpFamily.IPV4 ? AddressFamily.IPV4_UNICAST : AddressFamily.IPV6_UNICAST;
    }

    static PrefixRange defaultRoute(IpFamily family) {
        return PrefixRange.exactly(new Prefix(family == IpFamily.IPV4 ? IpAddress.v4(0) : IpAddress.v6(0, 0), 0));
    }
}
