package io.heddle.bgp.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The memory of {@code recvmsg}: {@code msghdr} with its name, one {@code iovec} and the control messages.
 *
 * <pre>
 *   msghdr   0 name  8 namelen  16 iov  24 iovlen  32 control  40 controllen  48 flags
 *   cmsghdr  0 len   8 level   12 type  16 data, padded to 8
 * </pre>
 */
final class ReceiveBuffer {

    private static final int CONTROL_LENGTH = 256;
    private static final int IP = 0;
    private static final int IPV6 = 41;
    private static final int IP_TTL = 2;
    private static final int IP_PKTINFO = 8;
    private static final int IPV6_PKTINFO = 50;
    private static final int IPV6_HOPLIMIT = 52;

    private final MemorySegment header;
    private final MemorySegment name;
    private final MemorySegment control;
    private final MemorySegment payload;

    ReceiveBuffer(Arena arena, int size) {
        header = arena.allocate(56, 8);
        name = arena.allocate(SocketAddresses.LENGTH, 8);
        control = arena.allocate(CONTROL_LENGTH, 8);
        payload = arena.allocate(size, 8);
        MemorySegment vector = arena.allocate(16, 8);
        vector.set(ADDRESS, 0, payload);
        vector.set(JAVA_LONG, 8, size);
        header.set(ADDRESS, 0, name);
        header.set(ADDRESS, 16, vector);
        header.set(JAVA_LONG, 24, 1);
        header.set(ADDRESS, 32, control);
    }

    /** The header, ready for another call: the kernel has written lengths over what was asked for. */
    MemorySegment prepare() {
        header.set(JAVA_INT, 8, SocketAddresses.LENGTH);
        header.set(JAVA_LONG, 40, CONTROL_LENGTH);
        return header;
    }

    Datagram datagram(int length, IpFamily family) {
        IpAddress destination = family == IpFamily.IPV4 ? IpAddress.v4(0) : IpAddress.v6(0, 0);
        int networkInterface = 0;
        int hops = -1;
        long end = header.get(JAVA_LONG, 40);
        for (long at = 0; at + 16 <= end; ) {
            int level = control.get(JAVA_INT, at + 8);
            int type = control.get(JAVA_INT, at + 12);
            long data = at + 16;
            if (level == IP && type == IP_TTL || level == IPV6 && type == IPV6_HOPLIMIT) {
                hops = control.get(JAVA_INT, data);
            } else if (level == IP && type == IP_PKTINFO) {
                // in_pktinfo: interface, our address for answers, destination in the header
                networkInterface = control.get(JAVA_INT, data);
                destination = SocketAddresses.v4(control, data + 8);
            } else if (level == IPV6 && type == IPV6_PKTINFO) {
                destination = SocketAddresses.v6(control, data);
                networkInterface = control.get(JAVA_INT, data + 16);
            }
            at += control.get(JAVA_LONG, at) + 7 & ~7L;
        }
        return new Datagram(
                SocketAddresses.address(name),
                destination,
                Libc.interfaceName(networkInterface),
                hops,
                payload.asSlice(0, length).toArray(JAVA_BYTE));
    }
}
