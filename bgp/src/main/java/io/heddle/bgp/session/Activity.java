package io.heddle.bgp.session;

/** Active: waiting for the peer to connect, and for the time to connect again ourselves. */
final class Activity {

    private Activity() {}

    static String tick(Step step) {
        step.dial();
        return "connect retry time is over, connecting";
    }
}
