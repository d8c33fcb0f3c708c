package io.heddle.bgp.wire;

/**
 * Route target membership (RFC 4684 section 4): the AS that wants the routes, and the route target, or the front of it. All of it is key.
 *
 * <pre>
 *   length in bits: 0, or 32 to 96 | origin AS (4) | route target (up to 8 octets)
 * </pre>
 */
public final class RouteTargetNlri implements KeyedNlri {

    public static final RouteTargetNlri INSTANCE = new RouteTargetNlri();

    private static final int AS_BITS = 32;
    private static final int MAX_BITS = 96;

    /** Octets of the longest NLRI. */
    static final int MAX_LENGTH = 1 + MAX_BITS / 8;

    private RouteTargetNlri() {}

    @Override
    public AddressFamilyId family() {
        return AddressFamilyId.ROUTE_TARGET;
    }

    @Override
    public int faultIn(byte[] in, int from, int to, boolean addPath) {
        int head = addPath ? PATH_ID_LENGTH : 0;
        int at = from;
        while (at < to) {
            if (at + head >= to) {
                return at;
            }
            int bits = in[at + head] & 0xFF;
            int next = at + head + 1 + PrefixNlri.octets(bits);
            if (bits != 0 && bits < AS_BITS || bits > MAX_BITS || next > to) {
                return at;
            }
            at = next;
        }
        return NO_FAULT;
    }

    @Override
    public KeyedCursor cursor() {
        return new RouteTargetCursor();
    }

    @Override
    public int encode(
            byte[] key,
            int keyFrom,
            int keyTo,
            byte[] payload,
            int payloadFrom,
            int payloadTo,
            byte[] out,
            int at,
            int limit) {
        int end = at + keyTo - keyFrom;
        if (end > limit) {
            return -1;
        }
        System.arraycopy(key, keyFrom, out, at, keyTo - keyFrom);
        return end;
    }
}
