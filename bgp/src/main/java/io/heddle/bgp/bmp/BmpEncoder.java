package io.heddle.bgp.bmp;

import io.heddle.model.net.IpAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * BMP messages as bytes (RFC 7854 section 4).
 *
 * <pre>
 *   |  Version 3  8 |  Message Length  32  |  Type  8  |  per-peer header, 42 octets  |  body ...
 * </pre>
 */
public final class BmpEncoder {

    private static final int VERSION = 3;
    private static final int LENGTH_AT = 1;
    private static final int MICROS = 1_000_000;

    private static final int ROUTE_MONITORING = 0;
    private static final int STATISTICS = 1;
    private static final int PEER_DOWN = 2;
    private static final int PEER_UP = 3;
    private static final int INITIATION = 4;
    private static final int TERMINATION = 5;

    private static final int SYSTEM_DESCRIPTION = 1;
    private static final int SYSTEM_NAME = 2;
    private static final int TERMINATION_REASON = 1;
    private static final int CLOSED_BY_OPERATOR = 0;

    private static final int IPV6_PEER = 0x80;
    private static final int SHORT_AS = 0x20;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private BmpEncoder(int type) {
        u8(VERSION);
        u32(0);
        u8(type);
    }

    /** Why a session ended (section 4.9), where a NOTIFICATION says it. */
    public enum Down {
        /** We sent it. */
        BY_US(1),
        /** The peer did. */
        BY_PEER(3),
        /** Nobody sent any: the connection went. */
        SILENT(4);

        private final int reason;

        Down(int reason) {
            this.reason = reason;
        }
    }

    /** The first message to a station (section 4.3). */
    public static byte[] initiation(String description, String name) {
        return new BmpEncoder(INITIATION)
                .text(SYSTEM_DESCRIPTION, description)
                .text(SYSTEM_NAME, name)
                .message();
    }

    /** The last one (section 4.5). */
    public static byte[] termination() {
        BmpEncoder message = new BmpEncoder(TERMINATION);
        message.u16(TERMINATION_REASON);
        message.u16(Short.BYTES);
        message.u16(CLOSED_BY_OPERATOR);
        return message.message();
    }

    /** A session is up (section 4.10); the OPENs are whole messages. */
    public static byte[] up(BmpPeer peer, long micros, IpAddress local, byte[] sentOpen, byte[] receivedOpen) {
        BmpEncoder message = new BmpEncoder(PEER_UP).about(peer, micros);
        message.address(local);
        message.u16(0);
        message.u16(0);
        message.out.writeBytes(sentOpen);
        message.out.writeBytes(receivedOpen);
        return message.message();
    }

    /** A session is down; the NOTIFICATION is a whole message, empty for {@link Down#SILENT}. */
    public static byte[] down(BmpPeer peer, long micros, Down why, byte[] notification) {
        BmpEncoder message = new BmpEncoder(PEER_DOWN).about(peer, micros);
        message.u8(why.reason);
        message.out.writeBytes(notification);
        return message.message();
    }

    /** An UPDATE as the peer sent it, in {@code in[from..to)} (section 4.6). */
    public static byte[] route(BmpPeer peer, long micros, byte[] in, int from, int to) {
        BmpEncoder message = new BmpEncoder(ROUTE_MONITORING).about(peer, micros);
        message.out.write(in, from, to - from);
        return message.message();
    }

    /**
     * Counters of a session (section 4.8).
     *
     * @param treatedAsWithdrawn UPDATEs, statistic 11
     * @param routes in Adj-RIB-In now, statistic 7
     */
    public static byte[] statistics(BmpPeer peer, long micros, long treatedAsWithdrawn, long routes) {
        BmpEncoder message = new BmpEncoder(STATISTICS).about(peer, micros);
        message.u32(2);
        message.u16(7);
        message.u16(Long.BYTES);
        message.u32(routes >>> 32);
        message.u32(routes);
        message.u16(11);
        message.u16(Integer.BYTES);
        message.u32(treatedAsWithdrawn);
        return message.message();
    }

    private BmpEncoder about(BmpPeer peer, long micros) {
        u8(0);
        u8((peer.address().isV4() ? 0 : IPV6_PEER) | (peer.shortAs() ? SHORT_AS : 0));
        u32(0);
        u32(0);
        address(peer.address());
        u32(peer.as().value());
        u32(peer.routerId().low());
        u32(micros / MICROS);
        u32(micros % MICROS);
        return this;
    }

    private BmpEncoder text(int type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        u16(type);
        u16(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** In 16 octets; an IPv4 address in the last four. */
    private void address(IpAddress address) {
        long high = address.isV4() ? 0 : address.high();
        u32(high >>> 32);
        u32(high);
        u32(address.isV4() ? 0 : address.low() >>> 32);
        u32(address.low());
    }

    private void u8(int value) {
        out.write(value);
    }

    private void u16(int value) {
        u8(value >>> 8);
        u8(value);
    }

    private void u32(long value) {
        u16((int) (value >>> 16));
        u16((int) value);
    }

    private byte[] message() {
        byte[] message = out.toByteArray();
        for (int i = 0; i < Integer.BYTES; i++) {
            message[LENGTH_AT + i] = (byte) (message.length >>> 8 * (Integer.BYTES - 1 - i));
        }
        return message;
    }
}
