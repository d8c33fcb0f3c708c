package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;
import java.util.Arrays;

/**
 * Finds whole messages in what was read (RFC 4271 section 4.1).
 *
 * <pre>
 *   0               16        18     19
 *   | marker (ones) | length  | type | ...
 * </pre>
 */
public final class MessageFrame {

    /** The header, and so the shortest message. */
    public static final int HEADER_LENGTH = 19;

    /** RFC 4271 section 4.1. */
    public static final int MAX_LENGTH = 4096;

    /** RFC 8654 section 3, for UPDATE, NOTIFICATION and ROUTE-REFRESH once both sides announced it. */
    public static final int MAX_EXTENDED_LENGTH = 65535;

    public static final int OPEN = 1;
    public static final int UPDATE = 2;
    public static final int NOTIFICATION = 3;
    public static final int KEEPALIVE = 4;
    public static final int ROUTE_REFRESH = 5;

    /** Answers of {@link #lengthOf} that are not a length. */
    public static final int INCOMPLETE = 0;

    public static final int FAULTY = -1;

    static final int LENGTH_AT = 16;
    static final int TYPE_AT = 18;

    private MessageFrame() {}

    /**
     * The length of the message that begins at {@code from}, {@link #INCOMPLETE} if {@code to} comes first, or {@link #FAULTY}. A fault
     * is seen as soon as the header is there.
     *
     * @param maxLength {@link #MAX_LENGTH} or {@link #MAX_EXTENDED_LENGTH}
     */
    public static int lengthOf(byte[] in, int from, int to, int maxLength) {
        if (to - from < HEADER_LENGTH) {
            return INCOMPLETE;
        }
        int length = BigEndian.u16(in, from + LENGTH_AT);
        if (!isSynchronized(in, from) || !fits(type(in, from), length, maxLength)) {
            return FAULTY;
        }
        return length <= to - from ? length : INCOMPLETE;
    }

    /** The type octet of the message at {@code from}. */
    public static int type(byte[] in, int from) {
        return in[from + TYPE_AT] & 0xFF;
    }

    /** What is wrong with a header that {@link #lengthOf} called faulty (RFC 4271 section 6.1). */
    public static <T> Decoded.Malformed<T> fault(byte[] in, int from) {
        if (!isSynchronized(in, from)) {
            return new Decoded.Malformed<>(
                    NotificationReason.CONNECTION_NOT_SYNCHRONIZED, Octets.EMPTY, "RFC 4271 section 6.1");
        }
        int type = type(in, from);
        if (type < OPEN || type > ROUTE_REFRESH) {
            return new Decoded.Malformed<>(
                    NotificationReason.BAD_MESSAGE_TYPE, Octets.of((byte) type), "RFC 4271 section 6.1");
        }
        return new Decoded.Malformed<>(
                NotificationReason.BAD_MESSAGE_LENGTH,
                Octets.copyOf(in, from + LENGTH_AT, from + TYPE_AT),
                "RFC 4271 section 6.1");
    }

    private static boolean isSynchronized(byte[] in, int from) {
        return BigEndian.i64(in, from) == -1L && BigEndian.i64(in, from + Long.BYTES) == -1L;
    }

    private static boolean fits(int type, int length, int maxLength) {
        return switch (type) {
            // RFC 8654 section 4: OPEN and KEEPALIVE stay within 4,096 octets.
            case OPEN -> length >= OpenCodec.MIN_LENGTH && length <= MAX_LENGTH;
            case UPDATE -> length >= 23 && length <= maxLength;
            case NOTIFICATION -> length >= 21 && length <= maxLength;
            case KEEPALIVE -> length == HEADER_LENGTH;
            case ROUTE_REFRESH -> length >= 23 && length <= maxLength;
            default -> false;
        };
    }

    /** Writes a header and returns the position of the body. */
    static int put(byte[] out, int at, int type) {
        Arrays.fill(out, at, at + LENGTH_AT, (byte) 0xFF);
        out[at + TYPE_AT] = (byte) type;
        return at + HEADER_LENGTH;
    }

    /** Puts the length in, once known, and returns the end. */
    static int close(byte[] out, int at, int end) {
        BigEndian.put16(out, at + LENGTH_AT, end - at);
        return end;
    }
}
