package io.heddle.controller.http.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Octets on a socket: what no proper client sends. */
final class RawClient implements AutoCloseable {

    private static final int SMALL_BUFFER = 16 << 10;

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER); // else the kernel takes in megabytes for a client that reads nothing
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream(), SMALL_BUFFER);
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A server that has turned away may have closed already: that is its answer's business, not ours. */
    RawClient send(byte[] octets) throws IOException {
        try {
            socket.getOutputStream().write(octets);
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            return this;
        }
        return this;
    }

    /** Everything until the server closes. */
    String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                all.write(part, 0, n);
            }
        } catch (SocketException e) {
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** What comes until it has these words. */
    String until(String words) throws IOException {
        StringBuilder all = new StringBuilder();
        while (all.indexOf(words, Math.max(0, all.length() - words.length())) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended before '" + words + "': " + all);
            }
            all.append((char) next);
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
