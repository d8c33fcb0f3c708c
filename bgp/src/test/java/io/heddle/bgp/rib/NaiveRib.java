package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * A reflector of iBGP clients that also has eBGP peers, without policies, written for reading and not for speed: everything is worked
 * out from what each source has announced.
 */
final class NaiveRib {

    private final BgpConfig router;
    private final SortedMap<Integer, Sender> senders = new TreeMap<>();
    private NextHopCosts costs = NextHopCosts.ALL_REACHABLE;

    NaiveRib(BgpConfig router) {
        this.router = router;
    }

    record Route(RouteSource source, int pathId, AttributeSet attributes) {}

    /** A source and what it has announced. */
    private record Sender(RouteSource source, SortedMap<RouteKey, AttributeSet> table) {}

    void register(RouteSource source) {
        senders.putIfAbsent(source.number(), new Sender(source, new TreeMap<>()));
    }

    private SortedMap<RouteKey, AttributeSet> received(int source) {
        return Objects.requireNonNull(senders.get(source)).table;
    }

    void announce(int source, RouteKey key, AttributeSet attributes) {
        received(source).put(key, attributes);
    }

    void withdraw(int source, RouteKey key) {
        received(source).remove(key);
    }

    void lose(int source) {
        received(source).clear();
    }

    void costs(NextHopCosts now) {
        costs = now;
    }

    private long cost(AttributeSet attributes) {
        return attributes.nextHop().map(costs::of).orElse(0L);
    }

    /** All usable routes to a prefix, the best first. */
    List<Route> routes(Prefix prefix) {
        List<Route> all = new ArrayList<>();
        senders.values()
                .forEach(sender -> sender.table.forEach((key, attributes) -> {
                    RouteSource source = sender.source;
                    if (key.prefix().equals(prefix)
                            && !loops(source, attributes)
                            && cost(attributes) != NextHopCosts.UNREACHABLE) {
                        boolean external = source.kind() == RouteSourceKind.EXTERNAL;
                        PathAttributes core = external ? attributes.core().withLocalPref(100) : attributes.core();
                        all.add(new Route(source, key.pathId(), attributes.withCore(core)));
                    }
                }));
        List<Route> ranked = new ArrayList<>();
        while (!all.isEmpty()) {
            Route best = best(all);
            ranked.add(best);
            all.remove(best);
        }
        return ranked;
    }

    /** RFC 4271 section 9.1.2.2: the best of each neighbouring AS by MED too, the best of those without. */
    private Route best(List<Route> routes) {
        Comparator<Route> early = Comparator.comparingInt(
                        (Route each) -> each.source().number() == 0 ? 0 : 1)
                .thenComparingLong(each -> -each.attributes().core().localPref())
                .thenComparingInt(each -> each.attributes().core().asPath().length())
                .thenComparing(each -> each.attributes().core().origin());
        Comparator<Route> late = Comparator.comparing(
                        (Route each) -> each.source().kind())
                .thenComparingLong(each -> cost(each.attributes()))
                .thenComparing(each -> each.attributes().core().originatorId() == null
                        ? each.source().routerId()
                        : each.attributes().core().originatorId())
                .thenComparingInt(each -> each.attributes().core().clusterList().size())
                .thenComparingInt(each -> each.source().rank())
                .thenComparingInt(each -> each.source().number())
                .thenComparingInt(Route::pathId);
        Comparator<Route> med = Comparator.comparingLong(
                each -> Math.max(0, each.attributes().core().med()));
        SortedMap<Long, Route> byAs = new TreeMap<>();
        for (Route each : routes) {
            byAs.merge(
                    each.attributes().core().asPath().first(),
                    each,
                    BinaryOperator.minBy(early.thenComparing(med).thenComparing(late)));
        }
        return byAs.values().stream().min(early.thenComparing(late)).orElseThrow();
    }

    private boolean loops(RouteSource source, AttributeSet attributes) {
        return source.kind() == RouteSourceKind.EXTERNAL
                ? attributes.core().asPath().count(router.asn().value()) > 0
                : router.routerId().equals(attributes.core().originatorId())
                        || attributes.core().clusterList().contains(router.routerId());
    }

    SortedSet<Prefix> prefixes() {
        SortedSet<Prefix> all = new TreeSet<>();
        senders.values().forEach(each -> each.table.keySet().forEach(key -> all.add(key.prefix())));
        return all;
    }

    /** What a client, or with {@code external} an eBGP peer, with this number and of this address must have in the end. */
    SortedMap<RouteKey, AttributeSet> expected(int member, boolean external, IpAddress own) {
        SortedMap<RouteKey, AttributeSet> table = new TreeMap<>();
        for (Prefix each : prefixes()) {
            List<Route> routes = routes(each);
            if (!routes.isEmpty() && routes.getFirst().source().number() != member) {
                table.put(new RouteKey(each, 0), sent(routes.getFirst(), external, own));
            }
        }
        return table;
    }

    /** What a member that takes several paths must have, prefix by prefix, whatever their identifiers. */
    SortedMap<Prefix, List<AttributeSet>> expectedPaths(int member, boolean external, IpAddress own, int most) {
        SortedMap<Prefix, List<AttributeSet>> table = new TreeMap<>();
        for (Prefix each : prefixes()) {
            List<AttributeSet> paths = routes(each).stream()
                    .limit(most)
                    .filter(route -> route.source().number() != member)
                    .map(route -> sent(route, external, own))
                    .sorted(Comparator.comparing(AttributeSet::toString))
                    .toList();
            if (!paths.isEmpty()) {
                table.put(each, paths);
            }
        }
        return table;
    }

    private AttributeSet sent(Route route, boolean external, IpAddress own) {
        PathAttributes core = route.attributes().core();
        boolean originated = route.source().number() == 0;
        NextHop nextHop = route.attributes().nextHop().orElse(NextHop.of(own));
        if (external) {
            long med = originated ? core.med() : PathAttributes.NO_MED;
            return AttributeSet.of(
                    new PathAttributes(
                            core.origin(),
                            core.asPath().prepend(router.asn().value()),
                            100,
                            med,
                            core.communities(),
                            null,
                            List.of()),
                    NextHop.of(own));
        }
        boolean reflected = route.source().kind() == RouteSourceKind.INTERNAL;
        return AttributeSet.of(
                reflected ? core.reflected(route.source().routerId(), router.routerId()) : core, nextHop);
    }
}
