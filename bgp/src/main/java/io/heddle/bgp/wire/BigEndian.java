package io.heddle.bgp.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order in a byte array. Positions are the caller's to check. */
public final class BigEndian {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    public static int u8(byte[] in, int at) {
        return in[at] & 0xFF;
    }

    public static int u16(byte[] in, int at) {
        return (short) SHORT.get(in, at) & 0xFFFF;
    }

    public static int u24(byte[] in, int at) {
        return u8(in, at) << 16 | u16(in, at + 1);
    }

    public static int i32(byte[] in, int at) {
        return (int) INT.get(in, at);
    }

    public static long u32(byte[] in, int at) {
        return i32(in, at) & 0xFFFF_FFFFL;
    }

    public static long i64(byte[] in, int at) {
        return (long) LONG.get(in, at);
    }

    /** Writes and returns the position after; so do the others. */
    public static int put8(byte[] out, int at, int value) {
        out[at] = (byte) value;
        return at + 1;
    }

    public static int put16(byte[] out, int at, int value) {
        SHORT.set(out, at, (short) value);
        return at + 2;
    }

    public static int put24(byte[] out, int at, int value) {
        out[at] = (byte) (value >>> 16);
        return put16(out, at + 1, value);
    }

    public static int put32(byte[] out, int at, long value) {
        INT.set(out, at, (int) value);
        return at + 4;
    }

    public static int put64(byte[] out, int at, long value) {
        LONG.set(out, at, value);
        return at + 8;
    }
}
