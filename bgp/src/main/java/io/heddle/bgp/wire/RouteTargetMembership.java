package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Asn;
import io.heddle.model.net.RouteTarget;

/**
 * Which routes somebody wants (RFC 4684 section 4): those with a route target that begins with these bits.
 *
 * @param originAs the AS that wants them; 0 in {@link #ALL}
 * @param target the route target as an extended community, from the top; bits behind {@code bits} are zero
 * @param bits how many bits of the target count, 0 to 64
 */
public record RouteTargetMembership(long originAs, long target, int bits) {

    /** The default: all routes. */
    public static final RouteTargetMembership ALL = new RouteTargetMembership(0, 0, 0);

    private static final int AS_BITS = 32;
    private static final int TARGET_BITS = 64;

    public RouteTargetMembership {
        if (originAs < 0 || originAs > 0xFFFF_FFFFL || bits < 0 || bits > TARGET_BITS || (target & ~mask(bits)) != 0) {
            throw new IllegalArgumentException("AS " + originAs + " with " + bits + " bits of target "
                    + Long.toHexString(target) + ": expected an AS of 32 bits and a target without further bits");
        }
    }

    /** All of one route target. */
    public static RouteTargetMembership of(Asn origin, RouteTarget target) {
        return new RouteTargetMembership(
                origin.value(), ExtendedCommunity.of(target).value(), TARGET_BITS);
    }

    /** From a key of {@link RouteTargetNlri}. */
    public static RouteTargetMembership of(Octets key) {
        int bits = Math.max(0, key.at(0) - AS_BITS);
        long as = 0;
        long target = 0;
        for (int i = 0; i < TARGET_BITS / 8; i++) {
            as = i < 4 && i + 1 < key.length() ? as << 8 | key.at(i + 1) : as;
            target = target << 8 | (i + 5 < key.length() ? key.at(i + 5) : 0);
        }
        return new RouteTargetMembership(as, target, bits);
    }

    /** The bits that count, of {@code bits}. */
    public static long mask(int bits) {
        return bits == 0 ? 0 : -1L << TARGET_BITS - bits;
    }

    /** As the key of a route of its family. */
    public Octets key() {
        if (equals(ALL)) {
            return Octets.of((byte) 0);
        }
        byte[] key = new byte[1 + PrefixNlri.octets(AS_BITS + bits)];
        key[0] = (byte) (AS_BITS + bits);
        for (int i = 1; i < key.length; i++) {
            key[i] = (byte) (i <= 4 ? originAs >>> 8 * (4 - i) : target >>> 8 * (12 - i));
        }
        return Octets.of(key);
    }
}
