package io.heddle.bgp.wire;

import java.util.Arrays;

/**
 * The attributes that the routes of a message share, as one run of bytes to intern by: path attributes in the order of the message,
 * without MP_REACH_NLRI and MP_UNREACH_NLRI; for the routes of an MP_REACH_NLRI without NEXT_HOP too, and with that attribute at the end,
 * cut off behind its next hop. Set by {@link UpdateView}; holds until its next message.
 */
public final class AttributeBlock {

    private static final int FNV_PRIME = 0x01000193;

    private byte[] bytes = new byte[0];
    private byte[] own = new byte[0];
    private int from;
    private int to;

    /** Stands in the message itself. */
    void in(byte[] message, int begin, int end) {
        bytes = message;
        from = begin;
        to = end;
    }

    /** Is put together in an array of its own, of at most this length. */
    void gather(int length) {
        if (own.length < length) {
            own = new byte[Math.max(length, 512)];
        }
        in(own, 0, 0);
    }

    void append(byte[] message, int begin, int end) {
        System.arraycopy(message, begin, own, to, end - begin);
        to += end - begin;
    }

    void append(int octet) {
        own[to++] = (byte) octet;
    }

    /** Not to be changed nor kept. */
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    /** A hash of the bytes, eight at a time. */
    public int hash() {
        long hash = length();
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ BigEndian.i64(bytes, at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ bytes[at]) * FNV_PRIME;
        }
        return (int) (hash ^ hash >>> 32);
    }

    /** Whether the bytes are {@code other[start..start+length)}. */
    public boolean contentEquals(byte[] other, int start, int length) {
        return Arrays.equals(bytes, from, to, other, start, start + length);
    }
}
