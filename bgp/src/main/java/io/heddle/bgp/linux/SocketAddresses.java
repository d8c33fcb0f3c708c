package io.heddle.bgp.linux;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** {@code sockaddr_in} and {@code sockaddr_in6}: family in the machine's byte order, everything else in the network's. */
final class SocketAddresses {

    static final int INET = 2;
    static final int INET6 = 10;
    static final int LENGTH = 28;

    private static final int LENGTH_V4 = 16;
    private static final ValueLayout.OfShort FAMILY = ValueLayout.JAVA_SHORT;
    private static final ValueLayout.OfShort PORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt WORD = ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong HALF = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private SocketAddresses() {}

    static int family(IpFamily family) {
        return family == IpFamily.IPV4 ? INET : INET6;
    }

    /**
     * An address to bind to or to send to.
     *
     * @param scope index of the interface of a link-local IPv6 address, else 0
     */
    static MemorySegment of(IpAddress address, int port, int scope, Arena arena) {
        MemorySegment segment = arena.allocate(address.isV4() ? LENGTH_V4 : LENGTH, 8);
        segment.set(FAMILY, 0, (short) family(address.family()));
        segment.set(PORT, 2, (short) port);
        if (address.isV4()) {
            segment.set(WORD, 4, (int) address.low());
        } else {
            segment.set(HALF, 8, address.high());
            segment.set(HALF, 16, address.low());
            segment.set(ValueLayout.JAVA_INT, 24, scope);
        }
        return segment;
    }

    static IpAddress address(MemorySegment segment) {
        return segment.get(FAMILY, 0) == INET ? v4(segment, 4) : v6(segment, 8);
    }

    static IpAddress v4(MemorySegment segment, long at) {
        return IpAddress.v4(segment.get(WORD, at) & 0xFFFF_FFFFL);
    }

    static IpAddress v6(MemorySegment segment, long at) {
        return IpAddress.v6(segment.get(HALF, at), segment.get(HALF, at + 8));
    }
}
