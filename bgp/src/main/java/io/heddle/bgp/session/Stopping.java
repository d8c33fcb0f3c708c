package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.Idle;
import io.heddle.bgp.session.SessionState.OnConnection;
import io.heddle.bgp.session.SessionState.OpenDelayed;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.NotificationReason;
import java.time.Duration;

/** The ways a session ends that are the same in several states. */
final class Stopping {

    private Stopping() {}

    /** By the operator, by a limit, by BFD: a Cease (RFC 4271 section 6.7, RFC 4486). */
    static String stop(Step step, SessionEvent.Stop stop) {
        String reason = "stopped: " + Words.of(stop.cease());
        OnConnection rival = step.rival;
        if (rival != null) {
            cease(step, rival, stop.cease());
            step.rival = null;
        }
        if (step.state instanceof Established own) {
            boolean wrap = stop.hard() && own.negotiated().restartByNotification();
            cease(step, own, wrap ? stop.cease().asHardReset() : stop.cease());
            step.end(own, stop.hard() ? Retention.Loss.HARD : Retention.Loss.NOTIFICATION, reason);
        } else if (step.state instanceof OnConnection own) {
            cease(step, own, stop.cease());
            step.end(own, Retention.Loss.NOTIFICATION, reason);
        }
        step.stopDialing();
        Duration idle = stop.idle();
        if (idle != null) {
            step.state = new Idle(idle.isZero() ? step.now : step.after(idle));
            step.failures = 0;
        } else if (!(step.state instanceof Idle)) {
            step.state = new Idle(step.after(step.config.timers().idleHoldMin()));
        }
        if (stop.hard()) {
            Retention.drop(step);
        }
        return reason;
    }

    private static void cease(Step step, OnConnection own, Notification notification) {
        if (!(own instanceof OpenDelayed)) {
            step.send(own.connection(), notification);
        }
        step.effects.add(new Effect.Close(own.connection()));
    }

    /** The peer ended it. */
    static String notified(Step step, OnConnection own, Notification notification) {
        String reason = "NOTIFICATION received: " + Words.of(notification);
        step.effects.add(new Effect.Close(own.connection()));
        boolean hard = notification.reason().orElse(null) == NotificationReason.HARD_RESET;
        step.end(own, hard ? Retention.Loss.HARD : Retention.Loss.NOTIFICATION, reason);
        return reason;
    }

    /** A message that cannot be read. */
    static String broken(Step step, OnConnection own, Incoming.Broken broken) {
        String reason = broken.text();
        step.fail(own, broken.answer(), reason);
        return reason;
    }

    /** A message that this state does not have (RFC 6608). */
    static String unexpected(Step step, OnConnection own, Incoming message, NotificationReason subcode) {
        String reason = message.text() + " received, " + subcode.text();
        step.fail(own, message.unexpected(subcode), reason);
        return reason;
    }
}
