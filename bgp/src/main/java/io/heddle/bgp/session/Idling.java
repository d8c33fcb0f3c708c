package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Active;
import io.heddle.bgp.session.SessionState.Idle;

/** Idle: nothing is wanted, or the damping holds. Every connection is refused. */
final class Idling {

    private Idling() {}

    static String start(Step step, SessionEvent.Start start) {
        if (!(step.state instanceof Idle)) {
            return "started already";
        }
        step.failures = 0;
        step.restarting = start.restarting();
        return begin(step);
    }

    static String tick(Step step) {
        return "idle hold time is over, " + begin(step);
    }

    static String accepted(Step step, int connection) {
        step.effects.add(new Effect.Close(connection));
        return "connection refused: idle";
    }

    private static String begin(Step step) {
        if (step.config.passive()) {
            step.state = new Active(SessionState.NEVER);
            return "waiting for the peer to connect";
        }
        step.dial();
        return "connecting";
    }
}
