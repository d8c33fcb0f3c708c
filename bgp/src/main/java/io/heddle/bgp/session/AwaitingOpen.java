package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.OpenConfirm;
import io.heddle.bgp.session.SessionState.OpenSent;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.Decoded;
import io.heddle.bgp.wire.NotificationReason;

/** OpenSent: our OPEN has left, the peer's is awaited. */
final class AwaitingOpen {

    private AwaitingOpen() {}

    static String tick(Step step, OpenSent own) {
        String reason = "no OPEN within " + step.config.timers().openHold().toSeconds() + " s";
        step.fail(own, Notification.of(NotificationReason.HOLD_TIMER_EXPIRED), reason);
        return reason;
    }

    static String received(Step step, OpenSent own, Incoming message) {
        return switch (message) {
            case Incoming.Open open -> opened(step, own, open.open());
            case Incoming.Notified notified -> Stopping.notified(step, own, notified.notification());
            case Incoming.Broken broken -> Stopping.broken(step, own, broken);
            case Incoming.Keepalive _, Incoming.Update _, Incoming.Refresh _ ->
                Stopping.unexpected(step, own, message, NotificationReason.UNEXPECTED_IN_OPEN_SENT);
        };
    }

    private static String opened(Step step, OpenSent own, BgpMessage.Open open) {
        return switch (Negotiation.of(step.config, open)) {
            case Decoded.Malformed<Negotiated> refused -> {
                String reason = "OPEN refused: " + Words.of(refused.notification()) + " (" + refused.section() + ")";
                step.fail(own, refused.notification(), reason);
                yield reason;
            }
            case Decoded.Ok<Negotiated> ok -> {
                if (!Collision.survives(step, own, ok.value())) {
                    yield "OPEN received, but the other connection is kept (RFC 4271 section 6.8)";
                }
                step.stopDialing();
                confirm(step, own, ok.value());
                yield "OPEN accepted";
            }
        };
    }

    private static void confirm(Step step, OpenSent own, Negotiated negotiated) {
        step.send(own.connection(), new BgpMessage.Keepalive());
        // Without hold time a peer could stay in OpenConfirm for ever: the bound of OpenSent goes on.
        long holdAt = negotiated.holdTime() == 0 ? own.holdAt() : step.now + KeepaliveTimes.hold(negotiated);
        step.become(
                own,
                new OpenConfirm(
                        own.connection(), own.outgoing(), negotiated, holdAt, KeepaliveTimes.next(step, negotiated)));
    }
}
