package io.heddle.cni.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * One rtnetlink request as bytes: {@code nlmsghdr}, the fixed part of its type, attributes ({@code linux/netlink.h}), in the
 * machine's byte order. Filled front to back; the length fields are set by {@link #bytes}.
 */
public final class NetlinkMessage {

    static final int HEADER = 16;

    static final int REQUEST = 0x1;
    static final int ACK = 0x4;
    static final int DUMP = 0x300;
    static final int REPLACE = 0x100;
    static final int EXCLUSIVE = 0x200;
    static final int CREATE = 0x400;

    private static final int LIMIT = 1024;
    private static final int SEQUENCE_AT = 8;

    private final String what;
    private final ByteBuffer buffer = ByteBuffer.allocate(LIMIT).order(ByteOrder.nativeOrder());

    /**
     * @param what what it asks for, to begin error messages with: {@code add route 10.0.0.1/32}
     * @param flags besides REQUEST, and ACK for what is no dump
     */
    NetlinkMessage(String what, int type, int flags) {
        this.what = what;
        boolean dump = (flags & DUMP) == DUMP && (type & 3) == 2;
        buffer.putInt(0).putShort((short) type);
        buffer.putShort((short) (REQUEST | flags | (dump ? 0 : ACK)));
        buffer.putInt(0).putInt(0);
    }

    String what() {
        return what;
    }

    NetlinkMessage u8(int... values) {
        for (int each : values) {
            buffer.put((byte) each);
        }
        return this;
    }

    NetlinkMessage u16(int value) {
        buffer.putShort((short) value);
        return this;
    }

    NetlinkMessage u32(int value) {
        buffer.putInt(value);
        return this;
    }

    NetlinkMessage attribute(int type, byte[] value) {
        buffer.putShort((short) (4 + value.length)).putShort((short) type).put(value);
        return aligned();
    }

    NetlinkMessage attribute(int type, int value) {
        buffer.putShort((short) 8).putShort((short) type).putInt(value);
        return this;
    }

    NetlinkMessage attribute(int type, String value) {
        return attribute(type, (value + '\0').getBytes(StandardCharsets.US_ASCII));
    }

    NetlinkMessage nested(int type, Consumer<NetlinkMessage> inside) {
        int start = buffer.position();
        buffer.putInt(0);
        inside.accept(this);
        buffer.putShort(start, (short) (buffer.position() - start)).putShort(start + 2, (short) type);
        return this;
    }

    private NetlinkMessage aligned() {
        while (buffer.position() % 4 != 0) {
            buffer.put((byte) 0);
        }
        return this;
    }

    /** The finished request under this sequence number, from position 0. */
    ByteBuffer bytes(int sequence) {
        ByteBuffer finished = buffer.duplicate().order(ByteOrder.nativeOrder()).flip();
        finished.putInt(0, finished.limit()).putInt(SEQUENCE_AT, sequence);
        return finished;
    }
}
