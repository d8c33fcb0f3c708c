package io.heddle.cni.attach;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.nio.ByteBuffer;

/**
 * Frames by which the switches on a VLAN learn a pod that has said nothing yet: gratuitous ARP (RFC 5227 section 3: an ARP request
 * with both protocol addresses the sender's) and unsolicited neighbour advertisement (RFC 4861 section 7.2.6).
 */
final class Announcement {

    private static final long BROADCAST = 0xFFFF_FFFF_FFFFL;
    private static final long ALL_NODES_MAC = 0x3333_0000_0001L;
    private static final IpAddress ALL_NODES = IpAddress.v6(0xFF02L << 48, 1);
    private static final int ETHERTYPE_ARP = 0x0806;
    private static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int ICMPV6 = 58;
    private static final int NEIGHBOR_ADVERTISEMENT = 136;
    private static final int OVERRIDE = 0x2000_0000;
    private static final int TARGET_LINK_LAYER_ADDRESS = 2;
    private static final int ADVERTISEMENT_LENGTH = 32;

    private Announcement() {}

    static byte[] of(IpAddress address, Mac mac) {
        return address.isV4() ? gratuitousArp(address, mac) : advertisement(address, mac);
    }

    private static byte[] gratuitousArp(IpAddress address, Mac mac) {
        byte[] bytes = new byte[60]; // what is not written is padding
        ByteBuffer frame = ethernet(bytes, BROADCAST, mac, ETHERTYPE_ARP);
        frame.putShort((short) 1)
                .putShort((short) 0x0800)
                .put((byte) 6)
                .put((byte) 4)
                .putShort((short) 1);
        put(frame, mac.bits());
        frame.putInt((int) address.low());
        put(frame, 0);
        frame.putInt((int) address.low());
        return bytes;
    }

    private static byte[] advertisement(IpAddress address, Mac mac) {
        ByteBuffer message = ByteBuffer.allocate(ADVERTISEMENT_LENGTH);
        message.put((byte) NEIGHBOR_ADVERTISEMENT)
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(OVERRIDE);
        put(message, address);
        message.put((byte) TARGET_LINK_LAYER_ADDRESS).put((byte) 1);
        put(message, mac.bits());
        message.putShort(2, checksum(address, message.array()));
        byte[] bytes = new byte[14 + 40 + ADVERTISEMENT_LENGTH];
        ByteBuffer frame = ethernet(bytes, ALL_NODES_MAC, mac, ETHERTYPE_IPV6);
        frame.putInt(6 << 28)
                .putShort((short) ADVERTISEMENT_LENGTH)
                .put((byte) ICMPV6)
                .put((byte) 255);
        put(frame, address);
        put(frame, ALL_NODES);
        frame.put(message.array());
        return bytes;
    }

    /** RFC 4443 section 2.3: over the pseudo header of RFC 8200 section 8.1 and the message. */
    private static short checksum(IpAddress source, byte[] message) {
        ByteBuffer all = ByteBuffer.allocate(40 + message.length);
        put(all, source);
        put(all, ALL_NODES);
        all.putInt(message.length).putInt(ICMPV6).put(message).flip();
        long sum = 0;
        while (all.hasRemaining()) {
            sum += all.getShort() & 0xFFFF;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (short) ~sum;
    }

    private static ByteBuffer ethernet(byte[] bytes, long destination, Mac source, int type) {
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        put(frame, destination);
        put(frame, source.bits());
        return frame.putShort((short) type);
    }

    private static void put(ByteBuffer buffer, long mac) {
        buffer.putShort((short) (mac >>> 32)).putInt((int) mac);
    }

    private static void put(ByteBuffer buffer, IpAddress v6) {
        buffer.putLong(v6.high()).putLong(v6.low());
    }
}
