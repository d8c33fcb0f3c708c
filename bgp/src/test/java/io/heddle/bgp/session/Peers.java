package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Active;
import io.heddle.bgp.session.SessionState.Connect;
import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.Idle;
import io.heddle.bgp.session.SessionState.OpenConfirm;
import io.heddle.bgp.session.SessionState.OpenDelayed;
import io.heddle.bgp.session.SessionState.OpenSent;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Capability;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A session that tests walk through its states, with its clock and everything it asked for. */
final class Peers {

    static final Asn LOCAL_AS = new Asn(65001);
    static final Asn PEER_AS = new Asn(65002);
    static final IpAddress LOCAL_ID = IpAddress.parse("10.0.0.1");
    static final IpAddress HIGHER_ID = IpAddress.parse("10.0.0.2");
    static final IpAddress LOWER_ID = IpAddress.parse("10.0.0.0");
    static final SessionConfig CONFIG =
            SessionConfig.of(LOCAL_AS, LOCAL_ID, new RemoteAs.Exactly(PEER_AS), AddressFamilyId.IPV4_UNICAST);
    static final RestartConfig LONG_LIVED = RestartConfig.DEFAULT.withLongLived(AddressFamilyId.IPV4_UNICAST, 1000);

    final SessionMachine machine;
    Session session = Session.idle(42);
    long now = 1_000_000_000L;
    Transition last = new Transition(session, List.of(), "new");

    Peers(SessionConfig config) {
        machine = new SessionMachine(config);
    }

    /** The OPEN of a modern peer. */
    static BgpMessage.Open open(IpAddress identifier, Capability... more) {
        List<Capability> all = new ArrayList<>(List.of(new Capability.Multiprotocol(AddressFamilyId.IPV4_UNICAST)));
        all.addAll(List.of(more));
        return BgpMessage.Open.of(PEER_AS, 90, identifier, all);
    }

    static Capability.GracefulRestart restart(int seconds, boolean notification) {
        return new Capability.GracefulRestart(
                false,
                notification,
                seconds,
                List.of(new Capability.GracefulRestart.RestartFamily(AddressFamilyId.IPV4_UNICAST, true)));
    }

    Peers on(SessionEvent event) {
        last = machine.step(session, event, now);
        session = last.session();
        return this;
    }

    Peers receives(int connection, BgpMessage message) {
        return on(new SessionEvent.Received(connection, message));
    }

    Peers waits(Duration time) {
        now += time.toNanos();
        return this;
    }

    /** A tick now, nothing received, sent or taken since {@code quietSince}. */
    Peers ticks(long quietSince) {
        return on(new SessionEvent.Tick(quietSince, quietSince, quietSince));
    }

    /** A tick at the earliest deadline. */
    Peers wakes() {
        now = Math.max(now, session.wakeAt());
        return ticks(0);
    }

    /** On connection 1, which we opened unless passive. */
    static Peers inState(Class<? extends SessionState> state, SessionConfig config, BgpMessage.Open open) {
        Peers peer = new Peers(config);
        if (state == Idle.class) {
            return peer;
        }
        peer.on(new SessionEvent.Start(false));
        if (state == Active.class) {
            return config.passive() ? peer : peer.on(new SessionEvent.ConnectFailed("refused"));
        }
        if (state == Connect.class) {
            return peer;
        }
        peer.on(config.passive() ? new SessionEvent.Accepted(1) : new SessionEvent.Connected(1));
        if (state == OpenDelayed.class || state == OpenSent.class) {
            return peer;
        }
        peer.receives(1, open);
        if (state == OpenConfirm.class) {
            return peer;
        }
        return peer.receives(1, new BgpMessage.Keepalive());
    }

    static Peers established(SessionConfig config, Capability... theirs) {
        Peers peer = inState(Established.class, config, open(HIGHER_ID, theirs));
        if (!(peer.session.state() instanceof Established)) {
            throw new IllegalStateException("not established: " + peer.last.reason());
        }
        return peer;
    }

    /** The messages that the last step sent, in words. */
    List<BgpMessage> sent() {
        return last.effects().stream()
                .filter(Effect.Send.class::isInstance)
                .map(each -> ((Effect.Send) each).message())
                .toList();
    }

    /** Code and subcode of the NOTIFICATIONs that the last step sent. */
    List<String> notified() {
        return sent().stream()
                .filter(BgpMessage.Notification.class::isInstance)
                .map(BgpMessage.Notification.class::cast)
                .map(each -> each.code() + "/" + each.subcode())
                .toList();
    }
}
