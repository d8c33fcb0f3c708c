package io.heddle.bgp.wire;

import io.heddle.model.config.AddressFamily;

/** An address family and subsequent address family as IANA numbers them (RFC 4760 section 3). Ordered by number. */
public record AddressFamilyId(int afi, int safi) implements Comparable<AddressFamilyId> {

    public static final int AFI_IPV4 = 1;
    public static final int AFI_IPV6 = 2;
    public static final int AFI_L2VPN = 25;

    public static final AddressFamilyId IPV4_UNICAST = new AddressFamilyId(AFI_IPV4, 1);
    public static final AddressFamilyId IPV6_UNICAST = new AddressFamilyId(AFI_IPV6, 1);
    /** RFC 7432 section 7. */
    public static final AddressFamilyId L2VPN_EVPN = new AddressFamilyId(AFI_L2VPN, 70);
    /** Route target membership, RFC 4684 section 4. */
    public static final AddressFamilyId ROUTE_TARGET = new AddressFamilyId(AFI_IPV4, 132);

    public AddressFamilyId {
        if (afi < 0 || afi > 0xFFFF || safi < 0 || safi > 0xFF) {
            throw new IllegalArgumentException("AFI " + afi + " SAFI " + safi + " is outside 0..65535 and 0..255");
        }
    }

    /** As configuration names them. */
    public static AddressFamilyId of(AddressFamily family) {
        return switch (family) {
            case IPV4_UNICAST -> IPV4_UNICAST;
            case IPV6_UNICAST -> IPV6_UNICAST;
            case L2VPN_EVPN -> L2VPN_EVPN;
        };
    }

    /** The numbers of a message; the known ones without a new object. */
    static AddressFamilyId of(int afi, int safi) {
        return switch (afi << 8 | safi) {
            case AFI_IPV4 << 8 | 1 -> IPV4_UNICAST;
            case AFI_IPV6 << 8 | 1 -> IPV6_UNICAST;
            case AFI_L2VPN << 8 | 70 -> L2VPN_EVPN;
            case AFI_IPV4 << 8 | 132 -> ROUTE_TARGET;
            default -> new AddressFamilyId(afi, safi);
        };
    }

    /** Whether its routes go where their route targets are wanted (RFC 4684): virtual private networks. */
    public boolean hasRouteTargets() {
        return switch (safi) {
            // VPLS, EVPN, BGP/MPLS VPN and its multicast.
            case 65, 70, 128, 129 -> true;
            default -> false;
        };
    }

    /** Both numbers in one: AFI above, SAFI in the low octet. */
    public int code() {
        return afi << 8 | safi;
    }

    @Override
    public int compareTo(AddressFamilyId other) {
        return Integer.compare(code(), other.code());
    }

    @Override
    public String toString() {
        return afi + "/" + safi;
    }
}
