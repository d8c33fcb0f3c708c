package io.heddle.test.bench.bgp;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** The messages of RFC 4271 that are not UPDATEs, as the bench's own peers send them. */
final class Messages {

    static final int HEADER = 19;
    static final int MAXIMUM = 4096;
    static final int OPEN = 1;
    static final int UPDATE = 2;
    static final int NOTIFICATION = 3;
    static final int KEEPALIVE = 4;

    private Messages() {}

    /** Multiprotocol for the one family of the load and four-octet AS numbers, nothing else. */
    static ByteBuffer open(Peer peer, Shape shape) {
        ByteBuffer message = ByteBuffer.allocate(HEADER + 10 + 2 + 6 + 6);
        header(message, message.capacity(), OPEN);
        message.put((byte) 4);
        message.putShort((short) peer.as());
        message.putShort((short) Peer.HOLD_SECONDS);
        message.put(InetAddress.ofLiteral(peer.address()).getAddress());
        message.put((byte) 14).put((byte) 2).put((byte) 12);
        message.put((byte) 1).put((byte) 4);
        message.putShort((short) (shape == Shape.EVPN ? 25 : 1)).put((byte) 0).put((byte)
                (shape == Shape.EVPN ? 70 : 1));
        message.put((byte) 65).put((byte) 4).putInt(peer.as());
        return message.flip();
    }

    static ByteBuffer keepalive() {
        ByteBuffer message = ByteBuffer.allocate(HEADER);
        header(message, HEADER, KEEPALIVE);
        return message.flip();
    }

    static void header(ByteBuffer message, int length, int type) {
        message.putLong(-1).putLong(-1).putShort((short) length).put((byte) type);
    }
}
