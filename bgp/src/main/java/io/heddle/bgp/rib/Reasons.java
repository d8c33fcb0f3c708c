package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.PathAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts decisions into words: the same rules as {@link io.heddle.bgp.decision.Selection}, asked about two paths. */
final class Reasons {

    private static final int MOST_PATHS = 256;

    private Reasons() {}

    /** What became of each path of a destination. */
    static List<Explanation.Judged> paths(RouteTable table, int destination, List<PeerRoutes> peers) {
        List<Explanation.Judged> judged = new ArrayList<>();
        int[] group = new int[MOST_PATHS];
        int size = table.multipath(destination, group);
        List<Integer> weights = Weights.of(IntStream.range(0, size)
                .mapToObj(i -> table.attributes.set(table.effective(group[i])))
                .toList());
        boolean equal = weights.stream().distinct().count() < 2;
        for (int path = table.firstPath(destination); path != RouteTable.NONE; path = table.nextPath(path)) {
            judged.add(new Explanation.Judged(
                    table.sourceOf(path),
                    table.attributes.set(table.received(path)),
                    verdict(table, destination, path, group, size, peers)
                            + (equal ? "" : weight(path, group, weights))));
        }
        return judged;
    }

    /** By link bandwidth; nothing for a path that carries no traffic. */
    private static String weight(int path, int[] group, List<Integer> weights) {
        for (int i = 0; i < weights.size(); i++) {
            if (group[i] == path) {
                return ", weight " + weights.get(i);
            }
        }
        return "";
    }

    private static String verdict(
            RouteTable table, int destination, int path, int[] group, int size, List<PeerRoutes> peers) {
        if (table.effective(path) == RouteTable.NONE) {
            return "refused: " + refusal(table, destination, path, peers);
        }
        if (!table.isUsable(path)) {
            return "not usable: next hop "
                    + table.attributes
                            .set(table.effective(path))
                            .nextHop()
                            .map(Object::toString)
                            .orElse("self")
                    + " cannot be reached (RFC 4271 section 9.1.2.1)";
        }
        if (path == table.best(destination)) {
            return table.isStale(path) ? "best (stale)" : "best";
        }
        for (int i = 1; i < size; i++) {
            if (group[i] == path) {
                return "in the ECMP group";
            }
        }
        return "not best: " + loss(table, path, table.best(destination));
    }

    private static String refusal(RouteTable table, int destination, int path, List<PeerRoutes> peers) {
        for (PeerRoutes each : peers) {
            if (each.source().number() == table.sourceNumber(path)) {
                for (PeerRoutes.In in : each.incoming().values()) {
                    if (in.table() == table
                            && in.imports().explain(table.received(path), each.source(), destination)
                                    instanceof RouteRules.Outcome.Stopped stopped) {
                        return stopped.reason();
                    }
                }
            }
        }
        return "by import, while its session was up";
    }

    /** The first step of the decision in which a path loses against the best (RFC 4271 section 9.1.2.2, RFC 4456 section 9). */
    private static String loss(RouteTable table, int path, int best) {
        PathAttributes own = table.attributes.set(table.effective(path)).core();
        PathAttributes other = table.attributes.set(table.effective(best)).core();
        RouteSource from = table.sourceOf(path);
        RouteSource bestFrom = table.sourceOf(best);
        if (bestFrom.number() == RouteSource.SELF) {
            return "the best is originated here";
        }
        if (own.has(AttributeTable.LLGR_STALE) && !other.has(AttributeTable.LLGR_STALE)) {
            return "LLGR_STALE (RFC 9494 section 4.3)";
        }
        if (own.localPref() != other.localPref()) {
            return "LOCAL_PREF " + own.localPref() + " is lower than " + other.localPref();
        }
        if (own.asPath().length() != other.asPath().length()) {
            return "AS_PATH of " + own.asPath().length() + " is longer than "
                    + other.asPath().length();
        }
        if (own.origin() != other.origin()) {
            return "ORIGIN " + own.origin() + " comes after " + other.origin();
        }
        long med = Math.max(own.med(), 0);
        long otherMed = Math.max(other.med(), 0);
        if (own.asPath().first() == other.asPath().first() && med != otherMed) {
            return "MED " + med + " is higher than " + otherMed;
        }
        if (from.kind() != bestFrom.kind()) {
            return from.kind() + " comes after " + bestFrom.kind();
        }
        long cost = table.cost(path);
        long otherCost = table.cost(best);
        return cost > otherCost
                ? "interior cost " + cost + " is higher than " + otherCost
                : lateLoss(own, other, from, bestFrom);
    }

    private static String lateLoss(PathAttributes own, PathAttributes other, RouteSource from, RouteSource bestFrom) {
        var id = own.originatorId() == null ? from.routerId() : own.originatorId();
        var bestId = other.originatorId() == null ? bestFrom.routerId() : other.originatorId();
        if (!id.equals(bestId)) {
            return id.compareTo(bestId) > 0
                    ? "identifier " + id + " is higher than " + bestId
                    : "MED against another path of its neighbouring AS";
        }
        if (own.clusterList().size() != other.clusterList().size()) {
            return "CLUSTER_LIST of " + own.clusterList().size() + " is longer than "
                    + other.clusterList().size();
        }
        return from.rank() == bestFrom.rank() ? "the same in everything, and later in order" : "a later session";
    }

    /** What becomes of the best path towards each peer. */
    static List<Explanation.Towards> sent(RouteTable table, int destination, List<PeerRoutes> peers) {
        List<Explanation.Towards> sent = new ArrayList<>();
        int best = table.best(destination);
        for (PeerRoutes each : peers) {
            for (PeerRoutes.Out out : each.outgoing()) {
                if (out.group().table == table) {
                    sent.add(new Explanation.Towards(each.source(), towards(table, destination, best, each, out)));
                }
            }
        }
        return sent;
    }

    private static String towards(RouteTable table, int destination, int best, PeerRoutes peer, PeerRoutes.Out out) {
        if (best == RouteTable.NONE) {
            return "not sent: there is no usable path";
        }
        if (table.sourceNumber(best) == peer.source().number()) {
            return "not sent: it is the peer's own route";
        }
        return switch (out.group().explain(best, destination)) {
            case RouteRules.Outcome.Stopped stopped -> "not sent: " + stopped.reason();
            case RouteRules.Outcome.Passed passed -> sent(passed.attributes(), out.member());
        };
    }

    private static String sent(AttributeSet attributes, GroupMember member) {
        TargetFilter filter = member.filter();
        if (filter == null || filter.wants(attributes)) {
            return "sent: " + attributes;
        }
        return "not sent: the peer did not ask for "
                + (attributes.routeTargets().isEmpty() ? "routes without route target" : attributes.routeTargets())
                + ", " + (filter.isEmpty() ? "or anything else" : "only for " + filter) + " (RFC 4684)";
    }
}
