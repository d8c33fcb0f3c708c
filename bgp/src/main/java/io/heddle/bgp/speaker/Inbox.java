package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.PeerRoutes;
import io.heddle.bgp.rib.Taken;
import io.heddle.bgp.session.SessionEvent;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Decoded;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.MessageFrame;

/** What becomes of a whole message: UPDATEs of an established session go into the tables, everything else to the session machine. */
final class Inbox {

    private final SessionEffects effects;
    private final Deferral deferral;
    private final Steps steps;

    /** Takes a session a step further. */
    interface Steps {
        void step(Peer peer, SessionEvent event, long now);
    }

    Inbox(SessionEffects effects, Deferral deferral, Steps steps) {
        this.effects = effects;
        this.deferral = deferral;
        this.steps = steps;
    }

    /** Takes the message in {@code in[from..to)}. */
    void take(Connection connection, byte[] in, int from, int to, long now) {
        Peer peer = connection.peer;
        PeerRoutes routes = connection.routes();
        int type = MessageFrame.type(in, from);
        if (type == MessageFrame.UPDATE) {
            if (routes == null) {
                steps.step(peer, new SessionEvent.UpdateReceived(connection.number), now);
                return;
            }
            switch (routes.take(in, from, to)) {
                case Taken.Fine _ -> {}
                case Taken.EndOfRib end -> {
                    deferral.endOfRib(peer, end.family());
                    effects.endOfRib(connection, end.family());
                    steps.step(peer, new SessionEvent.EndOfRib(end.family()), now);
                }
                case Taken.Reset reset ->
                    steps.step(peer, new SessionEvent.Malformed(connection.number, reset.answer()), now);
            }
            return;
        }
        if (type == MessageFrame.KEEPALIVE && routes != null) {
            // Noted by its time alone.
            return;
        }
        switch (MessageCodec.decode(in, from, to)) {
            case Decoded.Malformed<BgpMessage> malformed ->
                steps.step(peer, new SessionEvent.Malformed(connection.number, malformed.notification()), now);
            case Decoded.Ok<BgpMessage> ok -> {
                steps.step(peer, new SessionEvent.Received(connection.number, ok.value()), now);
                if (ok.value() instanceof BgpMessage.RouteRefresh refresh && connection.routes() != null) {
                    effects.refresh(connection, refresh);
                }
            }
        }
    }
}
