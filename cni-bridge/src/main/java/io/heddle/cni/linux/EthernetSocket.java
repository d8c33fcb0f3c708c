package io.heddle.cni.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Sends whole Ethernet frames by one interface. It receives nothing: its protocol is 0. */
public final class EthernetSocket implements AutoCloseable {

    private static final int ADDRESS_LENGTH = 20;

    private final int fd;
    private final int link;

    private EthernetSocket(int fd, int link) {
        this.fd = fd;
        this.link = link;
    }

    /** Opens one inside a namespace. */
    public static EthernetSocket open(NetworkNamespace namespace, NetworkNamespace home, int link)
            throws LinuxException {
        return namespace.enter(home, () -> new EthernetSocket(Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW, 0), link));
    }

    public void send(byte[] frame) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            // struct sockaddr_ll: family, protocol, interface; the rest is for receiving.
            MemorySegment address = arena.allocate(ADDRESS_LENGTH, 8);
            ByteBuffer fields = address.asByteBuffer().order(ByteOrder.nativeOrder());
            fields.putShort((short) Libc.AF_PACKET).putShort((short) 0).putInt(link);
            Libc.send(fd, arena.allocateFrom(ValueLayout.JAVA_BYTE, frame), address);
        }
    }

    @Override
    public void close() {
        Libc.close(fd);
    }
}
