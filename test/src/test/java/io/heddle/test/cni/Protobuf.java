package io.heddle.test.cni;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As much of the protocol buffer encoding as a few CRI messages need: varints and length-delimited fields. */
final class Protobuf {

    private static final int VARINT = 0;
    private static final int DELIMITED = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Protobuf text(int field, String value) {
        return delimited(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Protobuf message(int field, Protobuf value) {
        return delimited(field, value.bytes());
    }

    Protobuf number(int field, long value) {
        varint((long) field << 3 | VARINT);
        varint(value);
        return this;
    }

    /** An entry of a map of strings. */
    Protobuf entry(int field, String key, String value) {
        return message(field, new Protobuf().text(1, key).text(2, value));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private Protobuf delimited(int field, byte[] value) {
        varint((long) field << 3 | DELIMITED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** Every length-delimited value of a field, in order. */
    static List<byte[]> values(byte[] message, int field) {
        List<byte[]> values = new ArrayList<>();
        int at = 0;
        while (at < message.length) {
            long[] key = varint(message, at);
            long[] value = varint(message, (int) key[1]);
            at = (int) value[1];
            if ((key[0] & 7) == DELIMITED) {
                byte[] part = new byte[(int) value[0]];
                System.arraycopy(message, at, part, 0, part.length);
                at += part.length;
                if (key[0] >>> 3 == field) {
                    values.add(part);
                }
            } else if ((key[0] & 7) != VARINT) {
                throw new IllegalStateException("wire type " + (key[0] & 7));
            }
        }
        return values;
    }

    static String text(byte[] message, int field) {
        List<byte[]> values = values(message, field);
        return values.isEmpty() ? "" : new String(values.getFirst(), StandardCharsets.UTF_8);
    }

    private static long[] varint(byte[] bytes, int from) {
        long value = 0;
        int at = from;
        for (int shift = 0; ; shift += 7) {
            byte each = bytes[at++];
            value |= (each & 0x7FL) << shift;
            if (each >= 0) {
                return new long[] {value, at};
            }
        }
    }
}
