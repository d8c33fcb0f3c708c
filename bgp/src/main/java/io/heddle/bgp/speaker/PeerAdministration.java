package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.PeerRoutes;
import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.SessionEvent;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.NotificationReason;
import java.time.Duration;
import java.util.Optional;

/** Peers added, changed, reset and removed by whoever runs the speaker, and how they are. */
final class PeerAdministration {

    private final SpeakerCore core;

    PeerAdministration(SpeakerCore core) {
        this.core = core;
    }

    int add(SpeakerPeer peer, long now) {
        Peer added = core.add(peer, false);
        if (core.config.restarting()) {
            core.rib.defer(true);
            core.deferral.begin(now);
        }
        RestartConfig restart = peer.peer().session().restart();
        boolean restarting = core.config.restarting() || restart != null && restart.restarted();
        core.step(added, new SessionEvent.Start(restarting), now);
        core.settle(now);
        return added.number;
    }

    /** Its session goes on if only policy changes. */
    void change(int number, SpeakerPeer changed, String why, long now) {
        Peer peer = core.peers.get(number);
        SpeakerPeer before = peer.config();
        peer.configure(changed);
        PeerRoutes routes = peer.routes();
        boolean sameSession = before.peer().equals(changed.peer())
                && before.group().families().equals(changed.group().families())
                && before.group().routeReflectorClient() == changed.group().routeReflectorClient()
                && before.routes().rank() == changed.routes().rank()
                && (routes == null || routes.options().addPathSend().isEmpty());
        if (!sameSession) {
            reset(number, NotificationReason.OTHER_CONFIGURATION_CHANGE, why, Duration.ofNanos(1), now);
        } else if (routes != null) {
            core.rib.change(routes, changed.group(), changed.routes());
            core.effects.configured(peer);
            core.settle(now);
        }
    }

    void remove(int number, String why, long now) {
        Peer peer = core.peers.get(number);
        BgpMessage.Notification cease = BgpMessage.Notification.withText(NotificationReason.PEER_DECONFIGURED, why);
        core.step(peer, new SessionEvent.Stop(cease, true, SessionEvent.Stop.FOR_EVER), now);
        core.forget(peer);
        core.settle(now);
    }

    void reset(int number, NotificationReason reason, String why, Duration idle, long now) {
        BgpMessage.Notification cease = BgpMessage.Notification.withText(reason, why);
        core.step(core.peers.get(number), new SessionEvent.Stop(cease, false, idle), now);
        core.settle(now);
    }

    PeerStatus status(int number) {
        Peer peer = core.peers.get(number);
        return new PeerStatus(
                number,
                peer.config().name(),
                peer.session().state() instanceof SessionState.OnConnection own
                        ? Optional.ofNullable(core.connections.get(own.connection()))
                                .map(each -> each.remote)
                        : Optional.empty(),
                peer.session().state(),
                peer.reason(),
                peer.session().failures(),
                Optional.ofNullable(peer.session().lastError()),
                Optional.ofNullable(peer.routes()).map(PeerRoutes::counters));
    }
}
