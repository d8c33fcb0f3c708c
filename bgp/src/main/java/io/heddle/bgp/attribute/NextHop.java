package io.heddle.bgp.attribute;

import io.heddle.model.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a route leads (RFC 4271 section 5.1.3; RFC 4760 section 3; for IPv6 RFC 2545 section 3, for IPv4 over IPv6 RFC 8950).
 *
 * @param address the address, of either family; link-local where the peer gave no other
 * @param linkLocal the second address of an IPv6 next hop of 32 octets
 */
public record NextHop(IpAddress address, @Nullable IpAddress linkLocal) {

    private static final long V4_MAPPED = 0xFFFF_0000_0000L;

    public NextHop {
        if (linkLocal != null && (address.isV4() || linkLocal.isV4())) {
            throw new IllegalArgumentException("next hop " + address + " with link-local " + linkLocal);
        }
    }

    public static NextHop of(IpAddress address) {
        return new NextHop(address, null);
    }

    /** As IPv6 routes can carry it: an IPv4 address as the IPv6 address it maps to (RFC 4291 section 2.5.5.2). */
    public NextHop ofIpv6Routes() {
        return address.isV4() ? of(IpAddress.v6(0, V4_MAPPED | address.low())) : this;
    }

    /** Whether it is on the link that the session runs over, whatever other links there are. */
    public boolean isOnLink() {
        return linkLocal != null || !address.isV4() && address.isLinkLocal();
    }

    /** Octets on the wire: 4, 16 or 32. */
    public int length() {
        return address.isV4() ? 4 : linkLocal == null ? 16 : 32;
    }

    @Override
    public String toString() {
        return linkLocal == null ? address.toString() : address + " " + linkLocal;
    }
}
