package io.heddle.simulator.trace;

import io.heddle.model.net.IpAddress;
import io.heddle.simulator.event.Tracer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * A capture of all sessions in the classic pcap format with nanoseconds. Ethernet, IPv4 and TCP headers (RFC 791, RFC 9293) are made up around
 * the real messages, with handshakes and sequence numbers, so that Wireshark reassembles the streams; what TCP sends again after a loss is
 * written once. Single-threaded.
 */
public final class PcapTrace implements Tracer {

    private static final int MAGIC_NANOS = 0xA1B23C4D;
    private static final int ETHERNET = 1;
    private static final int BGP = 179;
    private static final int FIRST_PORT = 40_000;
    private static final int PORTS = 20_000;
    private static final int SEGMENT = 1448;
    private static final int ETHERNET_LENGTH = 14;
    private static final int HEADERS = ETHERNET_LENGTH + 40;
    private static final long SECOND = 1_000_000_000L;
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int PUSH = 8;
    private static final int ACK = 16;

    private final OutputStream out;
    private final Map<IpAddress, Flow> flows = new HashMap<>();
    private int opened;

    /** One direction of a connection. */
    private static final class Flow {
        private final int fromPort;
        private final int toPort;
        private int sequence = 1;

        Flow(int fromPort, int toPort) {
            this.fromPort = fromPort;
            this.toPort = toPort;
        }
    }

    /** Writes the header of the file; the stream is left open at the end. */
    public PcapTrace(OutputStream out) {
        this.out = out;
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(MAGIC_NANOS).putShort((short) 2).putShort((short) 4);
        header.putInt(0).putInt(0).putInt(1 << 18).putInt(ETHERNET);
        write(header.array());
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void connected(long at, End from, End to) {
        int port = FIRST_PORT + opened++ % PORTS;
        Flow there = new Flow(port, BGP);
        Flow back = new Flow(BGP, port);
        flows.put(from.address(), there);
        flows.put(to.address(), back);
        segment(at, from, to, there, 0, SYN, new byte[0], 0, 0, 0);
        segment(at, to, from, back, 1, SYN | ACK, new byte[0], 0, 0, 0);
        segment(at, from, to, there, 1, ACK, new byte[0], 0, 0, 1);
    }

    @Override
    public void sent(long at, End from, End to, byte[] messages) {
        Flow flow = flows.get(from.address());
        Flow back = flows.get(to.address());
        if (flow == null || back == null) {
            return;
        }
        for (int done = 0; done < messages.length; done += SEGMENT) {
            int length = Math.min(SEGMENT, messages.length - done);
            segment(at, from, to, flow, back.sequence, PUSH | ACK, messages, done, length, flow.sequence);
            flow.sequence += length;
        }
    }

    @Override
    public void closed(long now, End at, End peer) {
        Flow flow = flows.get(at.address());
        Flow back = flows.get(peer.address());
        if (flow != null && back != null) {
            segment(now, at, peer, flow, back.sequence, FIN | ACK, new byte[0], 0, 0, flow.sequence);
            flow.sequence++;
        }
    }

    private void segment(
            long at,
            End from,
            End to,
            Flow flow,
            int acknowledged,
            int flags,
            byte[] data,
            int start,
            int length,
            int sequence) {
        ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt((int) (at / SECOND)).putInt((int) (at % SECOND));
        record.putInt(HEADERS + length).putInt(HEADERS + length);
        write(record.array());
        ByteBuffer frame = ByteBuffer.allocate(HEADERS + length);
        mac(frame, to);
        mac(frame, from);
        frame.putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0xC0).putShort((short) (40 + length));
        frame.putInt(0x4000).put((byte) 1).put((byte) 6).putShort((short) 0);
        frame.putInt((int) from.address().low()).putInt((int) to.address().low());
        frame.putShort(ETHERNET_LENGTH + 10, checksum(frame.array(), ETHERNET_LENGTH, 20, 0));
        int tcp = frame.position();
        frame.putShort((short) flow.fromPort).putShort((short) flow.toPort);
        frame.putInt(sequence).putInt(acknowledged);
        frame.put((byte) 0x50).put((byte) flags).putShort((short) 0xFFFF).putInt(0);
        frame.put(data, start, length);
        int pseudo = sum(frame.array(), ETHERNET_LENGTH + 12, 8) + 6 + 20 + length;
        frame.putShort(tcp + 16, checksum(frame.array(), tcp, 20 + length, pseudo));
        write(frame.array());
    }

    private static void mac(ByteBuffer frame, End end) {
        frame.putShort((short) 0x0200).putInt((int) end.address().low());
    }

    private static int sum(byte[] bytes, int from, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (bytes[from + i] & 0xFF) << (i % 2 == 0 ? 8 : 0);
        }
        return sum;
    }

    private static short checksum(byte[] bytes, int from, int length, int start) {
        int sum = start + sum(bytes, from, length);
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (short) ~sum;
    }
}
