package io.heddle.bgp.session;

import java.time.Duration;

/** The hold time and the time between KEEPALIVEs that follow from what was negotiated (RFC 4271 sections 4.4 and 10). */
final class KeepaliveTimes {

    private KeepaliveTimes() {}

    /** In nanoseconds; not for a hold time of zero. */
    static long hold(Negotiated negotiated) {
        return Duration.ofSeconds(negotiated.holdTime()).toNanos();
    }

    /** How long from now to the next KEEPALIVE: a third of the hold time with jitter; the deadline, never for a hold time of zero. */
    static long next(Step step, Negotiated negotiated) {
        return negotiated.holdTime() == 0 ? SessionState.NEVER : step.now + interval(step, negotiated);
    }

    /** What jitter leaves of the interval at least. */
    static long shortest(Negotiated negotiated) {
        return hold(negotiated) / 4;
    }

    static long interval(Step step, Negotiated negotiated) {
        return step.jittered(Duration.ofNanos(hold(negotiated) / 3));
    }
}
