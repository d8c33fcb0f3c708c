package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;

/** Reads and writes whole messages other than UPDATE. */
public final class MessageCodec {

    private static final BgpMessage.Keepalive KEEPALIVE = new BgpMessage.Keepalive();

    private static final int ROUTE_REFRESH_LENGTH = MessageFrame.HEADER_LENGTH + 4;

    private MessageCodec() {}

    /**
     * The message in {@code in[from..to)}, which {@link MessageFrame#lengthOf} has measured.
     *
     * @throws IllegalArgumentException for an UPDATE
     */
    public static Decoded<BgpMessage> decode(byte[] in, int from, int to) {
        int body = from + MessageFrame.HEADER_LENGTH;
        int type = MessageFrame.type(in, from);
        return switch (type) {
            case MessageFrame.OPEN -> OpenCodec.decode(in, body, to);
            case MessageFrame.NOTIFICATION ->
                new Decoded.Ok<>(new BgpMessage.Notification(
                        BigEndian.u8(in, body), BigEndian.u8(in, body + 1), Octets.copyOf(in, body + 2, to)));
            case MessageFrame.KEEPALIVE -> new Decoded.Ok<>(KEEPALIVE);
            case MessageFrame.ROUTE_REFRESH -> routeRefresh(in, from, to);
            default -> throw new IllegalArgumentException("message of type " + type);
        };
    }

    private static Decoded<BgpMessage> routeRefresh(byte[] in, int from, int to) {
        int body = from + MessageFrame.HEADER_LENGTH;
        int subtype = BigEndian.u8(in, body + 2);
        // Outbound route filters (RFC 5291) may follow a request; they are not offered here and not looked at.
        if (subtype != BgpMessage.RouteRefresh.REQUEST && to - from != ROUTE_REFRESH_LENGTH) {
            return new Decoded.Malformed<>(
                    NotificationReason.INVALID_ROUTE_REFRESH_LENGTH, Octets.copyOf(in, from, to), "RFC 7313 section 5");
        }
        return new Decoded.Ok<>(new BgpMessage.RouteRefresh(
                AddressFamilyId.of(BigEndian.u16(in, body), BigEndian.u8(in, body + 3)), subtype));
    }

    /**
     * Writes a message and returns its end.
     *
     * @throws IndexOutOfBoundsException if {@code out} is too short; {@link MessageFrame#MAX_LENGTH} octets are enough for any but a
     *     NOTIFICATION that carries more
     */
    public static int encode(BgpMessage message, byte[] out, int at) {
        return switch (message) {
            case BgpMessage.Open open -> OpenCodec.encode(open, out, at);
            case BgpMessage.Keepalive _ ->
                MessageFrame.close(out, at, MessageFrame.put(out, at, MessageFrame.KEEPALIVE));
            case BgpMessage.Notification notification -> {
                int next = MessageFrame.put(out, at, MessageFrame.NOTIFICATION);
                next = BigEndian.put8(out, next, notification.code());
                next = BigEndian.put8(out, next, notification.subcode());
                yield MessageFrame.close(out, at, notification.data().copyInto(out, next));
            }
            case BgpMessage.RouteRefresh refresh -> {
                int next = MessageFrame.put(out, at, MessageFrame.ROUTE_REFRESH);
                next = BigEndian.put16(out, next, refresh.family().afi());
                next = BigEndian.put8(out, next, refresh.subtype());
                yield MessageFrame.close(
                        out, at, BigEndian.put8(out, next, refresh.family().safi()));
            }
        };
    }
}
