package io.heddle.cni.linux;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import java.nio.ByteBuffer;

/** Addresses as bytes in network order, and back. */
final class Octets {

    private Octets() {}

    static byte[] of(IpAddress address) {
        return address.isV4()
                ? ByteBuffer.allocate(4).putInt((int) address.low()).array()
                : ByteBuffer.allocate(16)
                        .putLong(address.high())
                        .putLong(address.low())
                        .array();
    }

    static byte[] of(Mac mac) {
        return ByteBuffer.allocate(6)
                .putShort((short) (mac.bits() >>> 32))
                .putInt((int) mac.bits())
                .array();
    }

    static IpAddress address(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return octets.length == 4
                ? IpAddress.v4(buffer.getInt() & 0xFFFF_FFFFL)
                : IpAddress.v6(buffer.getLong(), buffer.getLong());
    }

    static Mac mac(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new Mac((buffer.getShort() & 0xFFFFL) << 32 | buffer.getInt() & 0xFFFF_FFFFL);
    }

    /** {@code AF_INET} or {@code AF_INET6}. */
    static int family(IpFamily family) {
        return switch (family) {
            case IPV4 -> Libc.AF_INET;
            case IPV6 -> Libc.AF_INET6;
        };
    }
}
