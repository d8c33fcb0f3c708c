package io.heddle.bgp.wire;

import org.jspecify.annotations.Nullable;

/** Where the NLRI of one kind stand in a message. Set by {@link UpdateView}; holds until its next message. */
public final class NlriRange {

    private byte[] in = new byte[0];
    private @Nullable NlriCodec codec;
    private int from;
    private int to;
    private boolean addPath;

    void clear() {
        codec = null;
        from = 0;
        to = 0;
    }

    void set(NlriCodec family, byte[] bytes, int begin, int end, boolean withPathIds) {
        codec = family;
        in = bytes;
        from = begin;
        to = end;
        addPath = withPathIds;
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** The codec of the family; null if the range is empty and no family was named. */
    public @Nullable NlriCodec codec() {
        return codec;
    }

    public byte[] bytes() {
        return in;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public boolean addPath() {
        return addPath;
    }

    int fault() {
        return codec == null ? NlriCodec.NO_FAULT : codec.faultIn(in, from, to, addPath);
    }
}
