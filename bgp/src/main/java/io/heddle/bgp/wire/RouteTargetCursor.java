package io.heddle.bgp.wire;

/** Walks over route target memberships. The key is the NLRI with bits beyond its length cleared; there is no payload. */
final class RouteTargetCursor extends SteppingCursor {

    RouteTargetCursor() {
        super(RouteTargetNlri.MAX_LENGTH, 0);
    }

    @Override
    protected int end(byte[] bytes, int from, int limit) {
        return from + 1 + PrefixNlri.octets(bytes[from] & 0xFF);
    }

    @Override
    protected int key(byte[] bytes, int from, int end, byte[] out) {
        System.arraycopy(bytes, from, out, 0, end - from);
        int bits = bytes[from] & 0xFF;
        if (bits % 8 != 0) {
            out[end - from - 1] &= (byte) (0xFF00 >> bits % 8);
        }
        return end - from;
    }

    @Override
    protected int payload(byte[] bytes, int from, int end, byte[] out) {
        return 0;
    }
}
