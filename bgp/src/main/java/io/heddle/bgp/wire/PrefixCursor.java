package io.heddle.bgp.wire;

/**
 * Walks over IPv4 or IPv6 prefixes without an object per prefix. Bits beyond the length come out as zeros (RFC 4271 section 4.3: their
 * value on the wire is irrelevant). Reused; single-threaded.
 */
public final class PrefixCursor {

    private byte[] in = new byte[0];
    private int at;
    private int to;
    private boolean v6;
    private boolean addPath;

    private long high;
    private long low;
    private int length;
    private int pathId;

    /** Starts on a range that {@link NlriCodec#faultIn} found no fault in. */
    public PrefixCursor over(PrefixNlri nlri, byte[] bytes, int from, int end, boolean withPathIds) {
        in = bytes;
        at = from;
        to = end;
        v6 = nlri.isV6();
        addPath = withPathIds;
        pathId = 0;
        high = 0;
        return this;
    }

    /** Steps to the next prefix. */
    public boolean next() {
        if (at >= to) {
            return false;
        }
        int position = at;
        if (addPath) {
            pathId = BigEndian.i32(in, position);
            position += NlriCodec.PATH_ID_LENGTH;
        }
        int bits = in[position++] & 0xFF;
        length = bits;
        if (v6) {
            readV6(position, bits);
        } else {
            readV4(position, bits);
        }
        at = position + PrefixNlri.octets(bits);
        return true;
    }

    private void readV4(int position, int bits) {
        long mask = -1L << 32 - bits & 0xFFFF_FFFFL;
        long word = position + Integer.BYTES <= in.length ? BigEndian.u32(in, position) : shortWord(position, 4);
        low = word & mask;
    }

    private void readV6(int position, int bits) {
        if (bits == 0) {
            high = 0;
            low = 0;
            return;
        }
        boolean whole = position + 2 * Long.BYTES <= in.length;
        long upper = whole ? BigEndian.i64(in, position) : shortWord(position, 8);
        if (bits <= 64) {
            high = upper & -1L << 64 - bits;
            low = 0;
        } else {
            long lower = whole ? BigEndian.i64(in, position + Long.BYTES) : shortWord(position + Long.BYTES, 8);
            high = upper;
            low = lower & -1L << 128 - bits;
        }
    }

    /** Near the end of the array: what there is, then zeros. */
    private long shortWord(int position, int octets) {
        long word = 0;
        for (int i = 0; i < octets; i++) {
            word = word << 8 | (position + i < in.length ? in[position + i] & 0xFF : 0);
        }
        return word;
    }

    /** The upper 64 bits of an IPv6 prefix; 0 for IPv4. */
    public long high() {
        return high;
    }

    /** The lower 64 bits of an IPv6 prefix; the 32 bits of an IPv4 prefix. */
    public long low() {
        return low;
    }

    /** In bits. */
    public int length() {
        return length;
    }

    /** The path identifier as an unsigned number; 0 without add-path. */
    public int pathId() {
        return pathId;
    }
}
