package io.heddle.bgp.wire;

/** Walks over route target memberships. The key is the NLRI with bits beyond its length cleared; there is no payload. */
final class RouteTargetCursor implements KeyedCursor {

    private static final byte[] NOTHING = new byte[0];

    private final byte[] key = new byte[13];
    private byte[] in = NOTHING;
    private int at;
    private int to;
    private boolean addPath;
    private int pathId;
    private int keyLength;

    @Override
    public void over(byte[] bytes, int from, int end, boolean withPathIds) {
        in = bytes;
        at = from;
        to = end;
        addPath = withPathIds;
        pathId = 0;
    }

    @Override
    public boolean next() {
        if (at >= to) {
            return false;
        }
        if (addPath) {
            pathId = BigEndian.i32(in, at);
            at += PrefixNlri.PATH_ID_LENGTH;
        }
        int bits = in[at] & 0xFF;
        keyLength = 1 + PrefixNlri.octets(bits);
        System.arraycopy(in, at, key, 0, keyLength);
        if (bits % 8 != 0) {
            key[keyLength - 1] &= (byte) (0xFF00 >> bits % 8);
        }
        at += keyLength;
        return true;
    }

    @Override
    public int pathId() {
        return pathId;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    @Override
    public byte[] payload() {
        return NOTHING;
    }

    @Override
    public int payloadLength() {
        return 0;
    }
}
