package io.heddle.bgp.wire;

/** IPv4 and IPv6 prefixes: a length in bits, then as many octets as it takes (RFC 4271 section 4.3, RFC 4760 section 5). */
public final class PrefixNlri implements NlriCodec {

    public static final PrefixNlri IPV4 = new PrefixNlri(AddressFamilyId.IPV4_UNICAST, 32);
    public static final PrefixNlri IPV6 = new PrefixNlri(AddressFamilyId.IPV6_UNICAST, 128);

    private final AddressFamilyId family;
    private final int bits;

    private PrefixNlri(AddressFamilyId family, int bits) {
        this.family = family;
        this.bits = bits;
    }

    @Override
    public AddressFamilyId family() {
        return family;
    }

    boolean isV6() {
        return bits == 128;
    }

    @Override
    public int faultIn(byte[] in, int from, int to, boolean addPath) {
        int head = addPath ? PATH_ID_LENGTH : 0;
        int at = from;
        while (at < to) {
            int lengthAt = at + head;
            if (lengthAt >= to) {
                return at;
            }
            int length = in[lengthAt] & 0xFF;
            int next = lengthAt + 1 + octets(length);
            if (length > bits || next > to) {
                return at;
            }
            at = next;
        }
        return NO_FAULT;
    }

    static int octets(int length) {
        return length + 7 >>> 3;
    }

    /** Writes one prefix, without path identifier, and returns its end, or -1 if {@code limit} comes first. */
    int encode(long high, long low, int length, byte[] out, int at, int limit) {
        int octets = octets(length);
        if (at + 1 + octets > limit) {
            return -1;
        }
        out[at] = (byte) length;
        int next = at + 1;
        if (bits == 32) {
            for (int i = 0; i < octets; i++) {
                out[next + i] = (byte) (low >>> 24 - 8 * i);
            }
        } else {
            for (int i = 0; i < octets; i++) {
                out[next + i] = (byte) (i < 8 ? high >>> 56 - 8 * i : low >>> 120 - 8 * i);
            }
        }
        return next + octets;
    }
}
