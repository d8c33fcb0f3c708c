package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.NotificationReason;

/** Established. Timers are looked at when they fire: whatever was received or sent meanwhile puts them off. */
final class Running {

    private Running() {}

    static String tick(Step step, Established own, SessionEvent.Tick tick) {
        long holdAt = own.holdAt();
        if (holdAt <= step.now) {
            holdAt = Math.max(tick.lastReceived(), own.since()) + KeepaliveTimes.hold(own.negotiated());
            if (holdAt <= step.now) {
                String reason = "nothing received within the hold time of "
                        + own.negotiated().holdTime() + " s";
                step.fail(own, Notification.of(NotificationReason.HOLD_TIMER_EXPIRED), reason);
                return reason;
            }
        }
        long sendHoldAt = own.sendHoldAt();
        if (sendHoldAt <= step.now) {
            sendHoldAt = Math.max(tick.lastProgress(), own.since())
                    + step.config.timers().sendHold().toNanos();
            if (sendHoldAt <= step.now) {
                // RFC 9687 section 3.1: a NOTIFICATION only if it can leave, and it cannot: the peer takes nothing.
                String reason = "the peer has taken nothing for "
                        + step.config.timers().sendHold().toSeconds() + " s (RFC 9687)";
                step.effects.add(new Effect.Close(own.connection()));
                step.end(own, Retention.Loss.NOTIFICATION, reason);
                return reason;
            }
        }
        long keepaliveAt = own.keepaliveAt();
        String reason = "a timer was put off by traffic";
        if (keepaliveAt <= step.now) {
            long lastSent = Math.max(tick.lastSent(), own.since());
            if (step.config.timers().steadyKeepalives()
                    || lastSent + KeepaliveTimes.shortest(own.negotiated()) <= step.now) {
                step.send(own.connection(), new BgpMessage.Keepalive());
                lastSent = step.now;
                reason = "KEEPALIVE sent";
            }
            keepaliveAt = lastSent + KeepaliveTimes.interval(step, own.negotiated());
        }
        step.become(
                own,
                new Established(
                        own.connection(),
                        own.outgoing(),
                        own.negotiated(),
                        own.since(),
                        holdAt,
                        keepaliveAt,
                        sendHoldAt));
        return reason;
    }

    static String received(Step step, Established own, Incoming message) {
        return switch (message) {
            case Incoming.Keepalive _, Incoming.Update _, Incoming.Refresh _ -> message.text() + " received";
            case Incoming.Notified notified -> Stopping.notified(step, own, notified.notification());
            case Incoming.Broken broken -> Stopping.broken(step, own, broken);
            case Incoming.Open _ ->
                Stopping.unexpected(step, own, message, NotificationReason.UNEXPECTED_IN_ESTABLISHED);
        };
    }

    /** A second connection of a peer that is there: the new one goes (RFC 4271 section 6.8), unless the peer may have restarted. */
    static String accepted(Step step, Established own, int connection) {
        if (own.negotiated().restart() == null) {
            step.send(connection, Notification.of(NotificationReason.CONNECTION_COLLISION_RESOLUTION));
            step.effects.add(new Effect.Close(connection));
            return "connection refused: the session is established on another one";
        }
        // RFC 4724 section 4.2: the peer has restarted, and the old connection just does not know it.
        String reason = "the peer connected again: it has restarted (RFC 4724 section 4.2)";
        step.effects.add(new Effect.Close(own.connection()));
        Retention.keep(step, own.negotiated(), Retention.Loss.CONNECTION, reason);
        step.state = step.begin(connection, false);
        return reason;
    }
}
