package io.heddle.bgp.wire;

/** What the cursors over keyed NLRI share: the range, the path identifier, and the arrays they hand out. */
public abstract class SteppingCursor implements KeyedCursor {

    private final byte[] key;
    private final byte[] payload;
    private byte[] in;
    private int at;
    private int to;
    private boolean addPath;
    private int pathId;
    private int keyLength;
    private int payloadLength;

    /** For keys and payloads of at most these many octets. */
    protected SteppingCursor(int maxKey, int maxPayload) {
        key = new byte[maxKey];
        payload = new byte[maxPayload];
        in = key;
    }

    @Override
    public final void over(byte[] bytes, int from, int end, boolean withPathIds) {
        in = bytes;
        at = from;
        to = end;
        addPath = withPathIds;
        pathId = 0;
    }

    @Override
    public final boolean next() {
        if (at >= to) {
            return false;
        }
        if (addPath) {
            pathId = BigEndian.i32(in, at);
            at += NlriCodec.PATH_ID_LENGTH;
        }
        int end = end(in, at, to);
        keyLength = key(in, at, end, key);
        payloadLength = payload(in, at, end, payload);
        at = end;
        return true;
    }

    /** Where the NLRI that begins at {@code from}, behind its path identifier, ends. */
    protected abstract int end(byte[] bytes, int from, int limit);

    /** Writes its key to the front of {@code out} and returns the key's length. */
    protected abstract int key(byte[] bytes, int from, int end, byte[] out);

    /** Writes its payload to the front of {@code out} and returns the payload's length. */
    protected abstract int payload(byte[] bytes, int from, int end, byte[] out);

    @Override
    public final int pathId() {
        return pathId;
    }

    @Override
    public final byte[] key() {
        return key;
    }

    @Override
    public final int keyLength() {
        return keyLength;
    }

    @Override
    public final byte[] payload() {
        return payload;
    }

    @Override
    public final int payloadLength() {
        return payloadLength;
    }
}
