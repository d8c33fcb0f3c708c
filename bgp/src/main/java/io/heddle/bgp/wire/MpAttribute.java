package io.heddle.bgp.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where MP_REACH_NLRI or MP_UNREACH_NLRI stands in a message (RFC 4760 sections 3 and 4). Reused by {@link UpdateView}.
 *
 * <pre>
 *   AFI (2) | SAFI | next hop length | next hop | reserved | NLRI       (reach)
 *   AFI (2) | SAFI | NLRI                                               (unreach)
 * </pre>
 */
final class MpAttribute {

    private static final int FAMILY_LENGTH = 3;

    private boolean present;
    private int start;
    private int value;
    private int end;
    private int nlri;
    private @Nullable NlriCodec codec;

    void clear() {
        present = false;
        codec = null;
    }

    boolean isPresent() {
        return present;
    }

    void found(AttributeWalk walk) {
        present = true;
        start = walk.start;
        value = walk.value;
        end = walk.end;
        nlri = walk.value + FAMILY_LENGTH;
    }

    /**
     * Reads the head of the value.
     *
     * @return false if it is malformed (RFC 7606 sections 5.3, 7.11 and 7.12)
     */
    boolean read(byte[] in, boolean reach, AddressFamilies families, SessionOptions options) {
        int type = reach ? AttributeType.MP_REACH_NLRI : AttributeType.MP_UNREACH_NLRI;
        int shortest = reach ? FAMILY_LENGTH + 2 : FAMILY_LENGTH;
        if (AttributeType.flagsConflict(type, in[start]) || end - value < shortest) {
            return false;
        }
        int nextHopLength = reach ? in[value + FAMILY_LENGTH] & 0xFF : 0;
        if (reach) {
            nlri = value + FAMILY_LENGTH + 1 + nextHopLength + 1;
        }
        if (nlri > end) {
            return false;
        }
        NlriCodec known = families.codec(BigEndian.u16(in, value), in[value + 2] & 0xFF);
        if (known == null || !options.families().contains(known.family())) {
            // RFC 4760 section 8: not agreed on, hence not for us.
            return true;
        }
        codec = known;
        return !reach || isNextHopOf(known.family(), nextHopLength, options);
    }

    private static boolean isNextHopOf(AddressFamilyId family, int length, SessionOptions options) {
        if (family.equals(AddressFamilyId.IPV4_UNICAST)) {
            return length == 4 || options.extendedNextHop().contains(family) && (length == 16 || length == 32);
        }
        return length == 16 || (family.afi() == AddressFamilyId.AFI_IPV6 ? length == 32 : length == 4);
    }

    /** The codec of the family, null if it is not exchanged on the session or the attribute is not there. */
    @Nullable
    NlriCodec codec() {
        return codec;
    }

    int start() {
        return start;
    }

    int value() {
        return value;
    }

    int nlri() {
        return nlri;
    }

    int end() {
        return end;
    }
}
