package io.heddle.controller.core.reconcile;

import io.heddle.controller.core.announce.RouteKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one switch lacks, since when, and what was tried. Single-threaded. */
public final class Mending {

    /** Never more at once: what misleads us must not take a switch's routes away. */
    public static final int MOST_AT_ONCE = 64;

    private final Backoff pauses;
    private final long grace;
    private final SortedMap<RouteKey, Lack> lacking = new TreeMap<>();

    /**
     * Nothing is lacking yet.
     *
     * @param grace how long, in milliseconds, a switch may take to make a route of what it is told
     */
    public Mending(Backoff pauses, long grace) {
        this.pauses = pauses;
        this.grace = grace;
    }

    /**
     * A route that is wanted and not held.
     *
     * @param since the time of the look that first missed it
     * @param tries how often it was told again
     */
    public record Lack(long since, int tries, long notBefore, boolean isTakenBack) {}

    /**
     * What is to be done now.
     *
     * @param takeBack not to be told until the next look
     * @param tellAgain what was taken back at the last look
     * @param mended what was told again before and is held now
     */
    public record Round(List<RouteKey> takeBack, List<RouteKey> tellAgain, List<RouteKey> mended) {
        public Round {
            takeBack = List.copyOf(takeBack);
            tellAgain = List.copyOf(tellAgain);
            mended = List.copyOf(mended);
        }

        /** Whether the switch is to be told something else than before. */
        public boolean isQuiet() {
            return takeBack.isEmpty() && tellAgain.isEmpty();
        }
    }

    /**
     * A look at the switch.
     *
     * @param missing all that is wanted and not held now, what was taken back included
     * @param mayMend whether the look can be trusted; without it what was taken back is told again all the same
     */
    public Round look(long now, Collection<RouteKey> missing, boolean mayMend) {
        List<RouteKey> takeBack = new ArrayList<>();
        List<RouteKey> tellAgain = new ArrayList<>();
        List<RouteKey> mended = new ArrayList<>();
        SortedMap<RouteKey, Lack> next = new TreeMap<>();
        for (RouteKey each : missing) {
            Lack lack = lacking.getOrDefault(each, new Lack(now, 0, now + grace, false));
            if (lack.isTakenBack()) {
                tellAgain.add(each);
                next.put(each, new Lack(lack.since(), lack.tries(), now + pauses.pause(lack.tries()), false));
            } else if (mayMend && now >= lack.notBefore() && takeBack.size() < MOST_AT_ONCE) {
                takeBack.add(each);
                next.put(each, new Lack(lack.since(), lack.tries() + 1, lack.notBefore(), true));
            } else {
                next.put(each, lack);
            }
        }
        lacking.forEach((key, lack) -> {
            if (!next.containsKey(key)) {
                if (lack.isTakenBack()) {
                    tellAgain.add(key);
                }
                if (lack.tries() > 0) {
                    mended.add(key);
                }
            }
        });
        lacking.clear();
        lacking.putAll(next);
        return new Round(takeBack, tellAgain, mended);
    }

    /** Those that were missing for longer than the grace. */
    public SortedMap<RouteKey, Lack> standing(long now) {
        SortedMap<RouteKey, Lack> standing = new TreeMap<>();
        for (Map.Entry<RouteKey, Lack> each : lacking.entrySet()) {
            if (now - each.getValue().since() >= grace || each.getValue().tries() > 0) {
                standing.put(each.getKey(), each.getValue());
            }
        }
        return standing;
    }
}
