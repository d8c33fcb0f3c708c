package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.OnConnection;
import io.heddle.bgp.session.SessionState.OpenConfirm;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.NotificationReason;

/** OpenConfirm: both OPENs are accepted as far as we know, the peer's KEEPALIVE is awaited. */
final class Confirming {

    private Confirming() {}

    static String tick(Step step, OpenConfirm own) {
        if (own.holdAt() <= step.now) {
            String reason = "no KEEPALIVE within the hold time";
            step.fail(own, Notification.of(NotificationReason.HOLD_TIMER_EXPIRED), reason);
            return reason;
        }
        step.send(own.connection(), new BgpMessage.Keepalive());
        step.become(
                own,
                new OpenConfirm(
                        own.connection(),
                        own.outgoing(),
                        own.negotiated(),
                        own.holdAt(),
                        KeepaliveTimes.next(step, own.negotiated())));
        return "KEEPALIVE sent";
    }

    static String received(Step step, OpenConfirm own, Incoming message) {
        return switch (message) {
            case Incoming.Keepalive _ -> confirmed(step, own);
            case Incoming.Notified notified -> Stopping.notified(step, own, notified.notification());
            case Incoming.Broken broken -> Stopping.broken(step, own, broken);
            case Incoming.Open _, Incoming.Update _, Incoming.Refresh _ ->
                Stopping.unexpected(step, own, message, NotificationReason.UNEXPECTED_IN_OPEN_CONFIRM);
        };
    }

    private static String confirmed(Step step, OpenConfirm own) {
        OnConnection other = step.other(own);
        if (other != null) {
            Collision.close(step, other);
        }
        Negotiated negotiated = own.negotiated();
        Retention.back(step, negotiated);
        step.restarting = false;
        step.effects.add(new Effect.Up(own.connection(), negotiated));
        step.state = new Established(
                own.connection(),
                own.outgoing(),
                negotiated,
                step.now,
                negotiated.holdTime() == 0 ? SessionState.NEVER : step.now + KeepaliveTimes.hold(negotiated),
                KeepaliveTimes.next(step, negotiated),
                step.after(step.config.timers().sendHold()));
        return "established";
    }
}
