package io.heddle.test.interop;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Capability;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.cni.linux.LinuxException;
import io.heddle.model.net.IpAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A peer at 10.8.0.2 made of a socket, for what no decent router does. AS 65002. */
final class RawPeer implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    final Socket socket;

    private RawPeer(Socket socket) {
        this.socket = socket;
    }

    static RawPeer connect(Bed bed) throws LinuxException {
        return bed.inTheirs(() -> new RawPeer(socket()));
    }

    /** Several at once, as far as they are let in: entering the namespace each time would take longer than the connects. */
    static List<RawPeer> connect(Bed bed, int count) throws LinuxException {
        return bed.inTheirs(() -> {
            List<RawPeer> connected = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                try {
                    connected.add(new RawPeer(socket()));
                } catch (UncheckedIOException e) {
                    // Reset before the connect had returned: it was refused.
                }
            }
            return connected;
        });
    }

    private static Socket socket() {
        try {
            Socket socket = new Socket();
            // Few bytes fit into what is not read.
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(Bed.OURS, 179), TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(BgpMessage message) {
        byte[] out = new byte[MessageFrame.MAX_LENGTH];
        return Arrays.copyOf(out, MessageCodec.encode(message, out, 0));
    }

    static BgpMessage open() {
        return BgpMessage.Open.of(
                Ours.THEIR_AS,
                90,
                IpAddress.parse(Bed.THEIRS),
                List.of(new Capability.Multiprotocol(AddressFamilyId.IPV4_UNICAST)));
    }

    void send(BgpMessage message) throws IOException {
        socket.getOutputStream().write(bytes(message));
    }

    /** The type of the next message, read to its end. */
    int next() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] header = new byte[MessageFrame.HEADER_LENGTH];
        in.readFully(header);
        int length = (header[16] & 0xFF) << 8 | header[17] & 0xFF;
        in.skipNBytes(length - header.length);
        return header[18];
    }

    /** Comes up and says no more. */
    void establish() throws IOException {
        send(open());
        send(new BgpMessage.Keepalive());
        while (next() != MessageFrame.KEEPALIVE) {
            // Its OPEN comes first.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
