package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.OpenDelayed;

/** Connect or Active with the DelayOpenTimer running: the peer may speak first. */
final class DelayingOpen {

    private DelayingOpen() {}

    static String tick(Step step, OpenDelayed own) {
        step.become(own, step.open(own.connection(), own.outgoing()));
        return "delay open time is over, OPEN sent";
    }

    static String received(Step step, OpenDelayed own, Incoming message) {
        return switch (message) {
            case Incoming.Open open -> {
                SessionState.OpenSent sent = step.open(own.connection(), own.outgoing());
                step.become(own, sent);
                yield AwaitingOpen.received(step, sent, open);
            }
            case Incoming.Keepalive _,
                    Incoming.Update _,
                    Incoming.Refresh _,
                    Incoming.Notified _,
                    Incoming.Broken _ -> {
                String reason = message.text() + " before any OPEN";
                step.effects.add(new Effect.Close(own.connection()));
                step.end(own, Retention.Loss.CONNECTION, reason);
                yield reason;
            }
        };
    }
}
