package io.heddle.cni.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One message from the kernel: its type, the fixed part and the attributes behind it. */
final class NetlinkReply {

    private final int type;
    private final ByteBuffer body;

    NetlinkReply(int type, ByteBuffer body) {
        this.type = type;
        this.body = body;
    }

    int type() {
        return type;
    }

    int u8(int at) {
        return body.get(at) & 0xFF;
    }

    int u32(int at) {
        return body.getInt(at);
    }

    /** The attributes behind a fixed part of this many bytes; of several with one type the last. */
    Map<Integer, byte[]> attributes(int fixed) {
        ByteBuffer rest = body.duplicate().order(ByteOrder.nativeOrder()).position(fixed);
        return read(rest);
    }

    static Map<Integer, byte[]> nested(byte[] value) {
        return read(ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()));
    }

    private static Map<Integer, byte[]> read(ByteBuffer rest) {
        Map<Integer, byte[]> found = new HashMap<>();
        while (rest.remaining() >= 4) {
            int start = rest.position();
            int length = rest.getShort() & 0xFFFF;
            int type = rest.getShort() & 0x3FFF;
            if (length < 4 || length - 4 > rest.remaining()) {
                break;
            }
            byte[] value = new byte[length - 4];
            rest.get(value);
            found.put(type, value);
            rest.position(Math.min(start + (length + 3 & ~3), rest.limit()));
        }
        return found;
    }

    static Optional<Integer> number(Map<Integer, byte[]> attributes, int type) {
        return Optional.ofNullable(attributes.get(type))
                .map(value ->
                        ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt());
    }

    static Optional<String> text(Map<Integer, byte[]> attributes, int type) {
        return Optional.ofNullable(attributes.get(type)).map(NetlinkReply::untilZero);
    }

    private static String untilZero(byte[] value) {
        int end = 0;
        while (end < value.length && value[end] != 0) {
            end++;
        }
        return new String(value, 0, end, StandardCharsets.US_ASCII);
    }
}
