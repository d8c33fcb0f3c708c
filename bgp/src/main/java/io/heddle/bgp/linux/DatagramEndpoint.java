package io.heddle.bgp.linux;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * A socket for datagrams that says of each where it came in and with what hop limit. It stays in the network namespace it was opened in. For
 * one thread at a time.
 */
public final class DatagramEndpoint implements AutoCloseable {

    private static final int DGRAM = 2;
    private static final int RAW = 3;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int NONBLOCK = 0x800;
    private static final int IP = 0;
    private static final int IPV6 = 41;
    private static final int ICMPV6 = 58;
    private static final int IP_TTL = 2;
    private static final int IP_PKTINFO = 8;
    private static final int IP_RECVTTL = 12;
    private static final int IPV6_UNICAST_HOPS = 16;
    private static final int IPV6_MULTICAST_HOPS = 18;
    private static final int IPV6_MULTICAST_LOOP = 19;
    private static final int IPV6_ADD_MEMBERSHIP = 20;
    private static final int IPV6_V6ONLY = 26;
    private static final int IPV6_RECVPKTINFO = 49;
    private static final int IPV6_RECVHOPLIMIT = 51;
    private static final int ICMP6_FILTER = 1;
    private static final int MTU = 9216;

    private final Arena arena = Arena.ofShared();
    private final IpFamily family;
    private final int fd;
    private final ReceiveBuffer buffer = new ReceiveBuffer(arena, MTU);

    private DatagramEndpoint(IpFamily family, int type, int protocol) throws IOException {
        this.family = family;
        this.fd = Libc.socket(SocketAddresses.family(family), type | CLOSE_ON_EXEC | NONBLOCK, protocol);
        if (family == IpFamily.IPV4) {
            option(IP, IP_PKTINFO, 1);
            option(IP, IP_RECVTTL, 1);
            option(IP, IP_TTL, 255);
        } else {
            option(IPV6, IPV6_RECVPKTINFO, 1);
            option(IPV6, IPV6_RECVHOPLIMIT, 1);
            option(IPV6, IPV6_UNICAST_HOPS, 255);
            option(IPV6, IPV6_MULTICAST_HOPS, 255);
        }
    }

    /**
     * UDP; what is sent has a TTL or hop limit of 255.
     *
     * @param networkInterface of a link-local address; empty for others
     */
    public static DatagramEndpoint udp(IpAddress local, int port, String networkInterface) throws IOException {
        DatagramEndpoint endpoint = new DatagramEndpoint(local.family(), DGRAM, 0);
        try (Arena scratch = Arena.ofConfined()) {
            if (!local.isV4()) {
                endpoint.option(IPV6, IPV6_V6ONLY, 1);
            }
            int scope = networkInterface.isEmpty() ? 0 : Libc.interfaceIndex(networkInterface);
            Libc.bind(endpoint.fd, SocketAddresses.of(local, port, scope, scratch), local + " port " + port);
        } catch (IOException e) {
            endpoint.close();
            throw e;
        }
        return endpoint;
    }

    /**
     * Raw ICMPv6 (RFC 3542 section 3): the kernel makes and checks the checksum. What is sent to a group does not come back to this machine:
     * whoever advertises on a link would otherwise take itself for its neighbour. Needs {@code CAP_NET_RAW}.
     *
     * @param types the message types to receive, each 0..255
     */
    public static DatagramEndpoint icmpV6(int... types) throws IOException {
        DatagramEndpoint endpoint = new DatagramEndpoint(IpFamily.IPV6, RAW, ICMPV6);
        try (Arena scratch = Arena.ofConfined()) {
            endpoint.option(IPV6, IPV6_MULTICAST_LOOP, 0);
            // A set bit blocks its type.
            MemorySegment filter = scratch.allocate(32, 4).fill((byte) 0xFF);
            for (int type : types) {
                long word = type / 32 * 4L;
                filter.set(ValueLayout.JAVA_INT, word, filter.get(ValueLayout.JAVA_INT, word) & ~(1 << type % 32));
            }
            Libc.setOption(endpoint.fd, ICMPV6, ICMP6_FILTER, filter);
        } catch (IOException e) {
            endpoint.close();
            throw e;
        }
        return endpoint;
    }

    /** Receives what is sent to an IPv6 group on an interface. */
    public void join(IpAddress group, String networkInterface) throws IOException {
        try (Arena scratch = Arena.ofConfined()) {
            MemorySegment address = SocketAddresses.of(group, 0, 0, scratch);
            MemorySegment request = scratch.allocate(20, 4);
            request.copyFrom(address.asSlice(8, 16));
            request.set(ValueLayout.JAVA_INT, 16, Libc.interfaceIndex(networkInterface));
            Libc.setOption(fd, IPV6, IPV6_ADD_MEMBERSHIP, request);
        }
    }

    /**
     * Sends one datagram.
     *
     * @param networkInterface of a link-local or multicast address; empty for others
     */
    public void send(byte[] bytes, IpAddress to, int port, String networkInterface) throws IOException {
        try (Arena scratch = Arena.ofConfined()) {
            int scope = networkInterface.isEmpty() ? 0 : Libc.interfaceIndex(networkInterface);
            MemorySegment address = SocketAddresses.of(to, port, to.isV4() ? 0 : scope, scratch);
            Libc.send(fd, scratch.allocateFrom(ValueLayout.JAVA_BYTE, bytes), address, to + " port " + port);
        }
    }

    /** The next datagram, or nothing when none waits. */
    public Optional<Datagram> receive() throws IOException {
        int length = Libc.receive(fd, buffer.prepare(), 0);
        return length < 0 ? Optional.empty() : Optional.of(buffer.datagram(length, family));
    }

    int descriptor() {
        return fd;
    }

    private void option(int level, int option, int value) throws IOException {
        try (Arena scratch = Arena.ofConfined()) {
            Libc.setOption(fd, level, option, scratch.allocateFrom(ValueLayout.JAVA_INT, value));
        }
    }

    @Override
    public void close() {
        Libc.close(fd);
        arena.close();
    }
}
