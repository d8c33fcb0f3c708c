package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Connect;
import io.heddle.bgp.session.SessionState.OnConnection;

/** Connect: our own connect is under way. It may also be under way while the peer's connection is in OpenSent already. */
final class Connecting {

    private Connecting() {}

    static String tick(Step step) {
        step.stopDialing();
        step.dial();
        return "connect retry time is over, connecting again";
    }

    static String connected(Step step, int connection) {
        if (!step.dialing) {
            step.effects.add(new Effect.Close(connection));
            return "a connect that had been given up succeeded";
        }
        step.dialing = false;
        if (step.state instanceof OnConnection) {
            return Collision.second(step, connection, true);
        }
        step.state = step.begin(connection, true);
        return "connected";
    }

    static String failed(Step step, String reason) {
        if (!step.dialing) {
            return "a connect that had been given up failed: " + reason;
        }
        step.dialing = false;
        if (step.state instanceof Connect) {
            step.listen();
        }
        return "connect failed: " + reason;
    }
}
