package io.heddle.bgp.decision;

import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;

/**
 * The first steps of the decision process in one number: originated here before learned, higher LOCAL_PREF, shorter AS_PATH, lower
 * ORIGIN (RFC 4271 section 9.1.2.2 a and b). The smaller number is preferred. Later steps never overrule it, which is why most
 * routes are compared by this alone.
 */
public final class Preference {

    /** Worse than any route. */
    public static final long WORST = Long.MAX_VALUE;

    private static final int ORIGIN_BITS = 2;
    private static final int LENGTH_BITS = 16;
    private static final int LOCAL_PREF_BITS = 32;
    private static final long MAX_LOCAL_PREF = 0xFFFF_FFFFL;

    private Preference() {}

    public static long of(PathAttributes attributes, RouteSourceKind source) {
        return of(
                source == RouteSourceKind.ORIGINATED ? 0 : 1,
                attributes.localPref(),
                attributes.asPath().length(),
                attributes.origin());
    }

    /** How an eBGP peer will prefer a route that is sent on to it unchanged by any policy, judged before it is sent. */
    public static long ofSentOn(PathAttributes attributes) {
        return of(1, PathAttributes.DEFAULT_LOCAL_PREF, attributes.asPath().length() + 1, attributes.origin());
    }

    private static long of(long learned, long localPref, int pathLength, Origin origin) {
        long length = Math.min(pathLength, (1 << LENGTH_BITS) - 1);
        return learned << LOCAL_PREF_BITS + LENGTH_BITS + ORIGIN_BITS
                | MAX_LOCAL_PREF - localPref << LENGTH_BITS + ORIGIN_BITS
                | length << ORIGIN_BITS
                | origin.ordinal();
    }
}
