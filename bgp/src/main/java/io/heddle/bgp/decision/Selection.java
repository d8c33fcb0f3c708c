package io.heddle.bgp.decision;

import io.heddle.bgp.attribute.PathAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the best route to a prefix and its ECMP group among the routes offered. Routes are named by the caller's own numbers. Reused
 * from prefix to prefix without allocating; single-threaded. The outcome does not depend on the order of offering.
 */
public final class Selection {

    /** No route. */
    public static final int NONE = -1;

    private PathAttributes[] attributes = new PathAttributes[16];
    private RouteSourceKind[] sources = new RouteSourceKind[16];
    private long[] routerIds = new long[16];
    private long[] costs = new long[16];
    private int[] ranks = new int[16];
    private int[] routes = new int[16];
    private int[] group = new int[16];
    private int size;
    private int groupSize;
    private long preference = Preference.WORST;
    private boolean anyMed;

    /** Forgets all routes. */
    public void clear() {
        size = 0;
        groupSize = 0;
        preference = Preference.WORST;
        anyMed = false;
    }

    /** Whether a route of this {@link Preference} still has a chance against those offered. */
    public boolean isOpenTo(long candidate) {
        return candidate <= preference;
    }

    /**
     * Offers a usable route.
     *
     * @param routerId the BGP identifier of the peer as an unsigned 32-bit number; 0 for a route originated here
     * @param rank the last resort between routes of one peer: the rank of the session among the router's sessions, local port names
     *     first, then peer addresses
     * @param route the caller's number for it
     */
    public void offer(PathAttributes offered, RouteSourceKind source, long routerId, int rank, int route) {
        offer(offered, source, 0, routerId, rank, route);
    }

    /**
     * The same with the interior cost of the next hop (RFC 4271 section 9.1.2.2 e); a route whose next hop cannot be reached is not
     * offered.
     */
    public void offer(PathAttributes offered, RouteSourceKind source, long cost, long routerId, int rank, int route) {
        long candidate = Preference.of(offered, source);
        if (candidate > preference) {
            return;
        }
        if (candidate < preference) {
            preference = candidate;
            size = 0;
            anyMed = false;
        }
        if (size == routes.length) {
            grow();
        }
        attributes[size] = offered;
        sources[size] = source;
        // RFC 4456 section 9: the ORIGINATOR_ID stands for the peer's identifier.
        routerIds[size] = offered.originatorId() == null
                ? routerId
                : offered.originatorId().low();
        costs[size] = cost;
        ranks[size] = rank;
        routes[size] = route;
        size++;
        anyMed |= offered.med() > 0;
    }

    private void grow() {
        int longer = size * 2;
        attributes = Arrays.copyOf(attributes, longer);
        sources = Arrays.copyOf(sources, longer);
        routerIds = Arrays.copyOf(routerIds, longer);
        costs = Arrays.copyOf(costs, longer);
        ranks = Arrays.copyOf(ranks, longer);
        routes = Arrays.copyOf(routes, longer);
        group = Arrays.copyOf(group, longer);
    }

    /**
     * Decides.
     *
     * @param maxPaths the widest group
     * @param multipathRelax whether AS_PATHs of equal length may differ within a group
     * @return the best route's number, or {@link #NONE}
     */
    public int decide(int maxPaths, boolean multipathRelax) {
        groupSize = 0;
        if (size == 0) {
            return NONE;
        }
        int best = anyMed ? bestOfAses() : bestIgnoringMed();
        group[groupSize++] = best;
        if (maxPaths > 1 && size > 1 && sources[best] != RouteSourceKind.ORIGINATED) {
            for (int i = 0; i < size; i++) {
                if (i != best && ties(i, best, multipathRelax)) {
                    group[groupSize++] = i;
                }
            }
            if (groupSize > maxPaths) {
                keepFirst(maxPaths);
            }
        }
        return routes[best];
    }

    /** The number of routes in the group of the last decision. */
    public int groupSize() {
        return groupSize;
    }

    /** A route of the group of the last decision; the best is at 0. */
    public int groupRoute(int position) {
        return routes[group[position]];
    }

    /** The best route's attributes, after a decision that found one. */
    public PathAttributes bestAttributes() {
        return attributes[group[0]];
    }

    public RouteSourceKind bestSource() {
        return sources[group[0]];
    }

    /** Whether {@code i} ties with the best through the interior cost: what may share an ECMP group. */
    private boolean ties(int i, int best, boolean multipathRelax) {
        return sources[i] == sources[best]
                && costs[i] == costs[best]
                && (!anyMed || compareMed(i, best) == 0)
                && (multipathRelax || attributes[i].asPath().equals(attributes[best].asPath()));
    }

    private int bestIgnoringMed() {
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (compareAfterMed(i, best) < 0) {
                best = i;
            }
        }
        return best;
    }

    /** The best of each neighbouring AS, MED counting, then the best of those, MED not counting. */
    private int bestOfAses() {
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int rival = 0;
            while (rival < winners.size() && firstAs(winners.get(rival)) != firstAs(i)) {
                rival++;
            }
            if (rival == winners.size()) {
                winners.add(i);
            } else {
                int other = winners.get(rival);
                int byMed = compareMed(i, other);
                if (byMed < 0 || byMed == 0 && compareAfterMed(i, other) < 0) {
                    winners.set(rival, i);
                }
            }
        }
        int best = winners.getFirst();
        for (int each : winners) {
            if (each != best && compareAfterMed(each, best) < 0) {
                best = each;
            }
        }
        return best;
    }

    private long firstAs(int i) {
        return attributes[i].asPath().first();
    }

    /** Step c: the lower MED, between routes from one neighbouring AS only; a missing MED is 0. */
    private int compareMed(int a, int b) {
        return firstAs(a) != firstAs(b)
                ? 0
                : Long.compare(Math.max(attributes[a].med(), 0), Math.max(attributes[b].med(), 0));
    }

    /**
     * Step d: eBGP before iBGP. Step e: the lower interior cost. Steps f and g with RFC 4456 section 9: lower identifier, shorter
     * CLUSTER_LIST, lower rank of the session.
     */
    private int compareAfterMed(int a, int b) {
        if (sources[a] != sources[b]) {
            return sources[a].compareTo(sources[b]);
        }
        return costs[a] != costs[b] ? Long.compare(costs[a], costs[b]) : compareTie(a, b);
    }

    private int compareTie(int a, int b) {
        if (routerIds[a] != routerIds[b]) {
            return Long.compare(routerIds[a], routerIds[b]);
        }
        int byClusters = Integer.compare(
                attributes[a].clusterList().size(), attributes[b].clusterList().size());
        return byClusters != 0 ? byClusters : Integer.compare(ranks[a], ranks[b]);
    }

    /** Cuts the group to the {@code count} first by the steps that break ties; the best stays in front. */
    private void keepFirst(int count) {
        for (int i = 1; i < count; i++) {
            for (int j = i + 1; j < groupSize; j++) {
                if (compareTie(group[j], group[i]) < 0) {
                    int swap = group[i];
                    group[i] = group[j];
                    group[j] = swap;
                }
            }
        }
        groupSize = count;
    }
}
