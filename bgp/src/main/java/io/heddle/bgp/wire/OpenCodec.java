package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The OPEN message (RFC 4271 section 4.2) with optional parameters in both forms (RFC 9072).
 *
 * <pre>
 *   0         1     3           5            9                    10
 *   | version | AS  | hold time | identifier | parameters' length | parameters
 *                                            | 255 | 255 | length (2) | parameters with lengths of two octets
 * </pre>
 */
final class OpenCodec {

    static final int MIN_LENGTH = MessageFrame.HEADER_LENGTH + 10;

    private static final int VERSION = 4;
    private static final int AS_AT = 1;
    private static final int HOLD_TIME_AT = 3;
    private static final int IDENTIFIER_AT = 5;
    private static final int PARAMETERS_LENGTH_AT = 9;
    private static final int PARAMETERS_AT = 10;

    /** RFC 9072 section 2: this type in the place of the first parameter says that the extended form follows. */
    private static final int EXTENDED = 255;

    private static final int CAPABILITIES = 2;

    private static final String LENGTHS = "RFC 4271 section 6.2";

    private OpenCodec() {}

    /** The body of an OPEN, ten octets or more. */
    static Decoded<BgpMessage> decode(byte[] in, int body, int to) {
        if (BigEndian.u8(in, body) != VERSION) {
            return refused(NotificationReason.UNSUPPORTED_VERSION, Octets.of((byte) 0, (byte) VERSION), LENGTHS);
        }
        int length = BigEndian.u8(in, body + PARAMETERS_LENGTH_AT);
        int at = body + PARAMETERS_AT;
        boolean extended = length != 0 && at < to && BigEndian.u8(in, at) == EXTENDED;
        if (extended) {
            if (to - at < 3) {
                return refused(NotificationReason.OPEN_ERROR, Octets.EMPTY, "RFC 9072 section 2");
            }
            length = BigEndian.u16(in, at + 1);
            at += 3;
        }
        if (at + length != to) {
            return refused(NotificationReason.OPEN_ERROR, Octets.EMPTY, LENGTHS);
        }
        List<Capability> capabilities = new ArrayList<>();
        int head = extended ? 3 : 2;
        while (at < to) {
            int end = to - at < head
                    ? Integer.MAX_VALUE
                    : at + head + (extended ? BigEndian.u16(in, at + 1) : BigEndian.u8(in, at + 1));
            if (end > to) {
                return refused(NotificationReason.OPEN_ERROR, Octets.EMPTY, LENGTHS);
            }
            int type = BigEndian.u8(in, at);
            if (type != CAPABILITIES) {
                return refused(NotificationReason.UNSUPPORTED_OPTIONAL_PARAMETER, Octets.copyOf(in, at, end), LENGTHS);
            }
            if (!CapabilityDecoder.decodeAll(in, at + head, end, capabilities)) {
                return refused(NotificationReason.OPEN_ERROR, Octets.EMPTY, "RFC 5492 section 4");
            }
            at = end;
        }
        return checked(in, body, capabilities);
    }

    private static Decoded<BgpMessage> checked(byte[] in, int body, List<Capability> capabilities) {
        int as = BigEndian.u16(in, body + AS_AT);
        boolean zero = as == 0
                || capabilities.stream()
                        .anyMatch(each -> each instanceof Capability.FourOctetAs four && four.asn() == 0);
        if (zero) {
            return refused(NotificationReason.BAD_PEER_AS, Octets.EMPTY, "RFC 7607 section 2");
        }
        int holdTime = BigEndian.u16(in, body + HOLD_TIME_AT);
        if (holdTime == 1 || holdTime == 2) {
            return refused(NotificationReason.UNACCEPTABLE_HOLD_TIME, Octets.EMPTY, LENGTHS);
        }
        long identifier = BigEndian.u32(in, body + IDENTIFIER_AT);
        if (identifier == 0) {
            return refused(NotificationReason.BAD_BGP_IDENTIFIER, Octets.EMPTY, "RFC 6286 section 2.2");
        }
        return new Decoded.Ok<>(new BgpMessage.Open(as, holdTime, IpAddress.v4(identifier), capabilities));
    }

    private static Decoded<BgpMessage> refused(NotificationReason reason, Octets data, String section) {
        return new Decoded.Malformed<>(reason, data, section);
    }

    /** Each capability in a parameter of its own, as most speakers do; the extended form only where the other is too short. */
    static int encode(BgpMessage.Open open, byte[] out, int start) {
        int next = MessageFrame.put(out, start, MessageFrame.OPEN);
        next = BigEndian.put8(out, next, VERSION);
        next = BigEndian.put16(out, next, open.myAs());
        next = BigEndian.put16(out, next, open.holdTime());
        next = BigEndian.put32(out, next, open.identifier().low());
        int parameters = parameters(open.capabilities(), false, out, next + 1);
        int length = parameters - next - 1;
        if (length < EXTENDED) {
            BigEndian.put8(out, next, length);
            return MessageFrame.close(out, start, parameters);
        }
        next = BigEndian.put8(out, next, EXTENDED);
        next = BigEndian.put8(out, next, EXTENDED);
        parameters = parameters(open.capabilities(), true, out, next + 2);
        BigEndian.put16(out, next, parameters - next - 2);
        return MessageFrame.close(out, start, parameters);
    }

    private static int parameters(List<Capability> capabilities, boolean extended, byte[] out, int at) {
        int next = at;
        for (Capability each : capabilities) {
            next = BigEndian.put8(out, next, CAPABILITIES);
            int lengthAt = next;
            int value = lengthAt + (extended ? 2 : 1);
            next = CapabilityEncoder.encode(each, out, value);
            if (extended) {
                BigEndian.put16(out, lengthAt, next - value);
            } else {
                BigEndian.put8(out, lengthAt, next - value);
            }
        }
        return next;
    }
}
