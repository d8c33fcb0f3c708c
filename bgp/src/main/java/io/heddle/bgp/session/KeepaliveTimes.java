package io.heddle.bgp.session;

import java.time.Duration;

/** The hold time and the time between KEEPALIVEs that follow from what was negotiated (RFC 4271 sections 4.4 and 10). */
final class KeepaliveTimes {

    private KeepaliveTimes() {}

    /** In nanoseconds; not for a hold time of zero. */
    static long hold(Negotiated negotiated) {
        return Duration.ofSeconds(negotiated.holdTime()).toNanos();
    }

    /** When the next KEEPALIVE is due: a third of the hold time from now, with jitter if it has any; never for a hold time of zero. */
    static long next(Step step, Negotiated negotiated) {
        return negotiated.holdTime() == 0 ? SessionState.NEVER : step.now + interval(step, negotiated);
    }

    /** What jitter leaves of the interval at least. */
    static long shortest(Negotiated negotiated) {
        return hold(negotiated) / 4;
    }

    static long interval(Step step, Negotiated negotiated) {
        long third = hold(negotiated) / 3;
        return step.config.timers().steadyKeepalives() ? third : step.jittered(Duration.ofNanos(third));
    }
}
