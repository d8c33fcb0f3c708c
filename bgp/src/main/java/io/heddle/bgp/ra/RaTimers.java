package io.heddle.bgp.ra;

import java.time.Duration;

/**
 * How often a link is advertised on (RFC 4861 section 6.2.1).
 *
 * @param interval MaxRtrAdvInterval, 4 s to 1,800 s; between a third of it and all of it passes from one advertisement to the next
 * @param lifetime what the advertisements say, 0 to 9,000 s. Other routers do not need it, and a host would take a default route from it.
 */
public record RaTimers(Duration interval, Duration lifetime) {

    /** Every 10 s, as FRR does on interfaces of BGP without addresses; no default router. */
    public static final RaTimers DEFAULT = new RaTimers(Duration.ofSeconds(10), Duration.ZERO);

    public RaTimers {
        if (interval.toSeconds() < 4 || interval.toSeconds() > 1_800) {
            throw new IllegalArgumentException(
                    "interval " + interval + " is not 4 s to 1,800 s (RFC 4861 section 6.2.1)");
        }
        if (lifetime.isNegative() || lifetime.toSeconds() > 9_000) {
            throw new IllegalArgumentException(
                    "lifetime " + lifetime + " is not 0 to 9,000 s (RFC 4861 section 6.2.1)");
        }
    }
}
