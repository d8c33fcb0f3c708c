package io.heddle.bgp.wire;

import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Waits for one BGP speaker, answers it, and writes each message it sends as the text of a wire vector until it hangs up. What starts it
 * is {@code bgp/src/test/capture/capture.sh}.
 */
public final class CapturePeer {

    private static final int PORT = 179;
    private static final int PATIENCE_MILLIS = 30_000;

    private CapturePeer() {}

    /** Arguments: the address to listen on, the AS to be, the name of the speaker, the session as in vectors, the directory to write to. */
    public static void main(String[] arguments) throws IOException {
        InetAddress address = InetAddress.getByName(arguments[0]);
        Asn asn = Asn.parse(arguments[1]);
        String speaker = arguments[2];
        String session = arguments[3];
        Path directory = Files.createDirectories(Path.of(arguments[4]));
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(address, PORT));
            server.setSoTimeout(PATIENCE_MILLIS);
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                converse(socket, open(asn, session), speaker, session, directory);
            }
        }
    }

    private static BgpMessage.Open open(Asn asn, String session) {
        List<Capability> capabilities = new ArrayList<>(List.of(
                new Capability.Multiprotocol(AddressFamilyId.IPV4_UNICAST),
                new Capability.Multiprotocol(AddressFamilyId.IPV6_UNICAST),
                new Capability.RouteRefresh(),
                new Capability.EnhancedRouteRefresh(),
                new Capability.ExtendedMessage(),
                new Capability.GracefulRestart(
                        false,
                        true,
                        120,
                        List.of(new Capability.GracefulRestart.RestartFamily(AddressFamilyId.IPV4_UNICAST, false)))));
        if (session.contains("add-path")) {
            capabilities.add(new Capability.AddPath(List.of(
                    new Capability.AddPath.PathsFamily(AddressFamilyId.IPV4_UNICAST, true, true),
                    new Capability.AddPath.PathsFamily(AddressFamilyId.IPV6_UNICAST, true, true))));
        }
        return session.contains("two-octet")
                ? new BgpMessage.Open((int) asn.value(), 90, IpAddress.parse("10.255.0.2"), capabilities)
                : BgpMessage.Open.of(asn, 90, IpAddress.parse("10.255.0.2"), capabilities);
    }

    private static void converse(Socket socket, BgpMessage.Open open, String speaker, String session, Path directory)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        send(out, open);
        int number = 0;
        try {
            while (true) {
                byte[] header = in.readNBytes(MessageFrame.HEADER_LENGTH);
                if (header.length < MessageFrame.HEADER_LENGTH) {
                    return;
                }
                byte[] message = Arrays.copyOf(header, BigEndian.u16(header, MessageFrame.LENGTH_AT));
                in.readFully(message, header.length, message.length - header.length);
                String name = String.format("%s-%02d.txt", speaker, ++number);
                Files.writeString(directory.resolve(name), VectorWriter.write("Sent by " + speaker, session, message));
                System.out.println(name + " " + WireText.of(message, WireVector.options(session)));
                if (MessageFrame.type(message, 0) == MessageFrame.OPEN) {
                    send(out, new BgpMessage.Keepalive());
                }
            }
        } catch (EOFException | SocketException e) {
            System.out.println("closed: " + e.getMessage());
        }
    }

    private static void send(OutputStream out, BgpMessage message) throws IOException {
        byte[] bytes = new byte[MessageFrame.MAX_LENGTH];
        out.write(bytes, 0, MessageCodec.encode(message, bytes, 0));
        out.flush();
    }
}
