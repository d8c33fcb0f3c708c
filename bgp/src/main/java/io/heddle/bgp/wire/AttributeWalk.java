package io.heddle.bgp.wire;

/** Steps from path attribute to path attribute by their headers (RFC 4271 section 4.3). Reused; single-threaded. */
final class AttributeWalk {

    private byte[] in = new byte[0];
    private int to;
    private boolean cut;

    /** Where the attribute begins, where its value does, and where both end. */
    int start;

    int value;
    int end;

    int flags;
    int type;

    void over(byte[] bytes, int from, int until) {
        in = bytes;
        to = until;
        end = from;
        cut = false;
    }

    /** Steps on; false behind the last attribute, and at one that reaches beyond the end. */
    boolean next() {
        start = end;
        if (start == to) {
            return false;
        }
        int header = to - start < 3 ? Integer.MAX_VALUE : (in[start] & AttributeType.EXTENDED_LENGTH) == 0 ? 3 : 4;
        type = to - start < 2 ? 0 : in[start + 1] & 0xFF;
        if (header > to - start) {
            cut = true;
            return false;
        }
        flags = in[start] & 0xFF;
        value = start + header;
        end = value + (header == 3 ? in[start + 2] & 0xFF : BigEndian.u16(in, start + 2));
        cut = end > to;
        return !cut;
    }

    /** Whether {@link #next} ended at an attribute that reaches beyond the end; {@link #type} is then its type, if that much is there. */
    boolean isCut() {
        return cut;
    }

    int length() {
        return end - value;
    }
}
