package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.PeerRoutes;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.model.net.IpAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A TCP connection with a peer, as far as it matters here. */
final class Connection {

    final int number;
    final Peer peer;
    final IpAddress remote;
    final IpAddress local;
    private final Deque<BgpMessage> outbox = new ArrayDeque<>(2);
    private @Nullable PeerRoutes routes;
    private boolean closing;
    private boolean wanting;
    int maxReceive = MessageFrame.MAX_LENGTH;
    long lastReceived;
    long lastSent;
    long lastProgress;

    Connection(int number, Peer peer, IpAddress remote, IpAddress local, long now) {
        this.number = number;
        this.peer = peer;
        this.remote = remote;
        this.local = local;
        lastReceived = now;
        lastSent = now;
        lastProgress = now;
    }

    /** Its session is established, or with null no longer so. */
    void carry(@Nullable PeerRoutes established) {
        routes = established;
    }

    @Nullable
    PeerRoutes routes() {
        return routes;
    }

    /** Nothing that comes in counts any more; what is in the outbox still goes out. */
    void close() {
        closing = true;
        routes = null;
    }

    boolean isClosing() {
        return closing;
    }

    void send(BgpMessage message) {
        outbox.add(message);
    }

    /** Notes that the driver will ask for bytes; false if it was noted already. */
    boolean want() {
        boolean first = !wanting;
        wanting = true;
        return first;
    }

    boolean isWanting() {
        return wanting;
    }

    int fill(byte[] out, int from, int to, long now) {
        int at = from;
        while (!outbox.isEmpty() && to - at >= MessageFrame.MAX_LENGTH) {
            at = MessageCodec.encode(outbox.remove(), out, at);
        }
        if (outbox.isEmpty() && routes != null) {
            at = routes.fill(out, at, to);
        }
        lastProgress = now;
        if (at == from) {
            wanting = false;
        } else {
            lastSent = now;
        }
        return at - from;
    }
}
