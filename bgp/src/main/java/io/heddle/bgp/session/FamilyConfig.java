package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;

/**
 * An address family towards a peer.
 *
 * @param required without it there is no session: "unsupported capability" (RFC 5492 section 5)
 * @param addPathReceive several paths a prefix are accepted (RFC 7911)
 * @param addPathSend several paths a prefix are sent where the peer accepts them
 * @param ipv6NextHop IPv4 routes may have IPv6 next hops (RFC 8950)
 * @param maxPrefixes with more the session ends by "maximum number of prefixes reached" (RFC 4486); 0 is no limit
 */
public record FamilyConfig(
        AddressFamilyId family,
        boolean required,
        boolean addPathReceive,
        boolean addPathSend,
        boolean ipv6NextHop,
        int maxPrefixes) {

    public FamilyConfig {
        if (maxPrefixes < 0) {
            throw new IllegalArgumentException("maximum of prefixes " + maxPrefixes + " is negative");
        }
        if (ipv6NextHop && family.afi() != AddressFamilyId.AFI_IPV4) {
            throw new IllegalArgumentException(
                    "family " + family + " cannot have IPv6 next hops by RFC 8950: not IPv4");
        }
    }

    /** The family as it is, nothing required, nothing extended, no limit. */
    public static FamilyConfig of(AddressFamilyId family) {
        return new FamilyConfig(family, false, false, false, false, 0);
    }

    public FamilyConfig withRequired() {
        return new FamilyConfig(family, true, addPathReceive, addPathSend, ipv6NextHop, maxPrefixes);
    }

    public FamilyConfig withAddPath(boolean receive, boolean send) {
        return new FamilyConfig(family, required, receive, send, ipv6NextHop, maxPrefixes);
    }

    public FamilyConfig withIpv6NextHop() {
        return new FamilyConfig(family, required, addPathReceive, addPathSend, true, maxPrefixes);
    }

    public FamilyConfig withMaxPrefixes(int limit) {
        return new FamilyConfig(family, required, addPathReceive, addPathSend, ipv6NextHop, limit);
    }
}
