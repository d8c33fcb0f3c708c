package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.PeerRoutes;
import io.heddle.bgp.session.SessionEvent;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.net.IpAddress;
import org.jspecify.annotations.Nullable;

/** What the driver tells: connections come and go, bytes come in, bytes are wanted. The contract stands at {@link Speaker}. */
final class Transport {

    private final SpeakerCore core;
    private final Inbox inbox;

    Transport(SpeakerCore core) {
        this.core = core;
        inbox = new Inbox(core.effects, core.deferral, core::step);
    }

    int accepted(IpAddress remote, IpAddress local, String networkInterface, long now) {
        Peer peer = peerAt(remote, networkInterface, now);
        if (peer == null) {
            return Speaker.REFUSED;
        }
        Connection connection = core.connections.open(peer, remote, local, now);
        core.step(peer, new SessionEvent.Accepted(connection.number), now);
        core.settle(now);
        return connection.number;
    }

    private @Nullable Peer peerAt(IpAddress remote, String networkInterface, long now) {
        Peer known = core.peers.at(remote, networkInterface);
        DynamicPeers range = known == null ? core.peers.rangeFor(remote).orElse(null) : null;
        if (range == null) {
            return known;
        }
        Peer peer = core.add(range.peer(remote, networkInterface), true);
        core.step(peer, new SessionEvent.Start(false), now);
        return peer;
    }

    int connected(int number, IpAddress remote, IpAddress local, long now) {
        Peer peer = core.peers.find(number);
        if (peer == null || !peer.session().dialing()) {
            return Speaker.REFUSED;
        }
        Connection connection = core.connections.open(peer, remote, local, now);
        core.step(peer, new SessionEvent.Connected(connection.number), now);
        core.settle(now);
        return connection.number;
    }

    void connectFailed(int number, String reason, long now) {
        Peer peer = core.peers.find(number);
        if (peer != null && peer.session().dialing()) {
            core.step(peer, new SessionEvent.ConnectFailed(reason), now);
            core.settle(now);
        }
    }

    int received(int number, byte[] in, int from, int to, long now) {
        Connection connection = core.connections.get(number);
        int at = from;
        while (connection != null && !connection.isClosing()) {
            int length = MessageFrame.lengthOf(in, at, to, connection.maxReceive);
            if (length == MessageFrame.INCOMPLETE) {
                break;
            }
            connection.lastReceived = now;
            if (length == MessageFrame.FAULTY) {
                BgpMessage.Notification answer = MessageFrame.fault(in, at).notification();
                core.step(connection.peer, new SessionEvent.Malformed(number, answer), now);
                at = to;
            } else {
                core.effects.wire.received(number, in, at, at + length);
                inbox.take(connection, in, at, at + length, now);
                at += length;
            }
        }
        core.settle(now);
        return connection == null || connection.isClosing() ? to - from : at - from;
    }

    int fill(int number, byte[] out, int from, int to, long now) {
        Connection connection = core.connections.get(number);
        if (connection == null) {
            return 0;
        }
        int written = connection.fill(out, from, to, now);
        PeerRoutes routes = connection.routes();
        if (written == 0 && routes != null) {
            if (!routes.wasCutShort()) {
                core.effects.watcher.sentAll(connection.peer.number);
            } else if (connection.want()) {
                core.driver.wantsToWrite(number);
            }
        }
        core.settle(now);
        return written;
    }

    void closed(int number, String reason, long now) {
        Connection connection = core.connections.get(number);
        if (connection == null) {
            return;
        }
        boolean known = !connection.isClosing();
        connection.close();
        if (known) {
            core.step(connection.peer, new SessionEvent.ConnectionLost(number, reason), now);
        }
        core.connections.forget(number);
        core.settle(now);
    }

    void pathDown(int number, boolean forwarding, long now) {
        Peer peer = core.peers.find(number);
        if (peer != null && peer.session().state() instanceof SessionState.Established) {
            BgpMessage.Notification cease = BgpMessage.Notification.of(NotificationReason.BFD_DOWN);
            core.step(peer, new SessionEvent.Stop(cease, forwarding, null), now);
            core.settle(now);
        }
    }
}
