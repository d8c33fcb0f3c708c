package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.net.IpAddress;

/** The address other routers reach us at over a session, as the next hop of a family's routes. */
final class OwnNextHop {

    private OwnNextHop() {}

    static NextHop of(NextHop address, AddressFamilyId family) {
        return family.afi() == AddressFamilyId.AFI_IPV6 ? address.ofIpv6Routes() : address;
    }

    /** As it stands on the wire. */
    static byte[] bytes(NextHop own) {
        byte[] bytes = new byte[own.length()];
        int at = put(own.address(), bytes, 0);
        if (own.linkLocal() != null) {
            put(own.linkLocal(), bytes, at);
        }
        return bytes;
    }

    private static int put(IpAddress address, byte[] out, int at) {
        int octets = address.family().bits() / 8;
        for (int i = 0; i < octets; i++) {
            int shift = 8 * (octets - 1 - i);
            out[at + i] = (byte) (shift >= 64 ? address.high() >>> shift - 64 : address.low() >>> shift);
        }
        return at + octets;
    }
}
