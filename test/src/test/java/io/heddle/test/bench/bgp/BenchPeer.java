package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** One session with the daemon under test: connects until it stands, sends what it is given, hands UPDATEs on. Single-threaded. */
final class BenchPeer {

    private static final long RETRY_NANOS = 200_000_000;
    private static final long KEEPALIVE_NANOS = Peer.HOLD_SECONDS / 6 * 1_000_000_000L;

    private final Selector selector;
    private final Peer peer;
    private final Shape shape;
    private final @Nullable ReceivedRoutes routes;
    private final ByteBuffer direct;
    private final byte[] input = new byte[1 << 17];
    private final ArrayDeque<ByteBuffer> output = new ArrayDeque<>();
    private int filled;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private boolean established;
    private boolean leaving;
    private long nextAt;
    private String lastLoss = "never connected";

    /**
     * @param direct scratch space shared by the peers of one loop
     * @param routes where UPDATEs go; null when what the daemon sends to this peer does not matter
     */
    BenchPeer(Selector selector, Peer peer, Shape shape, @Nullable ReceivedRoutes routes, ByteBuffer direct, long now) {
        this.selector = selector;
        this.peer = peer;
        this.shape = shape;
        this.routes = routes;
        this.direct = direct;
        this.nextAt = now;
    }

    boolean established() {
        return established;
    }

    /** What ended the last try, for a message. */
    String lastLoss() {
        return peer.address() + ": " + lastLoss;
    }

    /** Hands bytes to the socket; what it does not take now goes out when it is writable. */
    void send(ByteBuffer bytes) throws IOException {
        output.add(bytes);
        flush();
    }

    /** What has to happen by the clock: the next try to connect, or a KEEPALIVE. */
    void tick(long now) throws IOException {
        if (now - nextAt < 0 || leaving) {
            return;
        }
        if (channel == null) {
            connect();
        } else if (established) {
            nextAt = now + KEEPALIVE_NANOS;
            // Between whole messages only: a table on its way is one buffer and keeps the session alive by itself.
            if (output.isEmpty()) {
                send(Messages.keepalive());
            }
        }
    }

    private void connect() throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(InetAddress.ofLiteral(peer.address()), 0));
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        if (channel.connect(new InetSocketAddress(InetAddress.ofLiteral(Peer.DAEMON_ADDRESS), Peer.PORT))) {
            connected();
        }
    }

    private void connected() throws IOException {
        if (key != null) {
            key.interestOps(SelectionKey.OP_READ);
        }
        send(Messages.open(peer, shape));
    }

    /** The socket is ready for something. */
    void ready(long now) {
        try {
            if (channel == null || key == null) {
                return;
            }
            if (key.isConnectable() && channel.finishConnect()) {
                connected();
            }
            if (key.isReadable()) {
                read();
            }
            if (key != null && key.isValid() && key.isWritable()) {
                flush();
            }
        } catch (IOException e) {
            lost(String.valueOf(e.getMessage()), now);
        }
    }

    private void read() throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            return;
        }
        direct.clear().limit(Math.min(direct.capacity(), input.length - filled));
        int count = open.read(direct);
        if (count < 0) {
            throw new IOException("closed by the daemon");
        }
        direct.flip().get(input, filled, count);
        filled += count;
        int at = 0;
        while (filled - at >= Messages.HEADER) {
            int length = (input[at + 16] & 0xFF) << 8 | input[at + 17] & 0xFF;
            if (filled - at < length) {
                break;
            }
            message(input[at + 18], at + Messages.HEADER, at + length);
            at += length;
        }
        System.arraycopy(input, at, input, 0, filled - at);
        filled -= at;
    }

    private void message(int type, int from, int to) throws IOException {
        switch (type) {
            case Messages.OPEN -> send(Messages.keepalive());
            case Messages.KEEPALIVE -> established = true;
            case Messages.UPDATE -> {
                if (routes != null) {
                    routes.update(input, from, to);
                }
            }
            case Messages.NOTIFICATION -> throw new IOException("NOTIFICATION " + input[from] + "/" + input[from + 1]);
            default -> throw new IOException("message type " + type + " of " + (to - from) + " octets");
        }
    }

    private void flush() throws IOException {
        if (channel == null || key == null || !channel.isConnected()) {
            return;
        }
        while (!output.isEmpty()) {
            ByteBuffer head = output.element();
            channel.write(head);
            if (head.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            output.remove();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private void lost(String why, long now) {
        lastLoss = why;
        close();
        nextAt = now + RETRY_NANOS;
    }

    /** Leaves for good. */
    void leave() {
        leaving = true;
        close();
    }

    private void close() {
        established = false;
        filled = 0;
        output.clear();
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            lastLoss = String.valueOf(e.getMessage());
        }
        channel = null;
        key = null;
    }
}
