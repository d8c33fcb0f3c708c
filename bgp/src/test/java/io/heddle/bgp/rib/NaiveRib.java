package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.rib.NaivePeer.Key;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A reflector of iBGP clients that also has eBGP peers, without policies, written for reading and not for speed: everything is worked
 * out from what each source has announced.
 */
final class NaiveRib {

    private final BgpConfig router;
    private final SortedMap<Integer, RouteSource> sources = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Key, AttributeSet>> received = new TreeMap<>();

    NaiveRib(BgpConfig router) {
        this.router = router;
    }

    record Route(RouteSource source, int pathId, AttributeSet attributes) {}

    void register(RouteSource source) {
        sources.put(source.number(), source);
        received.putIfAbsent(source.number(), new TreeMap<>());
    }

    void announce(int source, Key key, AttributeSet attributes) {
        received.get(source).put(key, attributes);
    }

    void withdraw(int source, Key key) {
        received.get(source).remove(key);
    }

    void lose(int source) {
        received.get(source).clear();
    }

    /** All usable routes to a prefix, the best first. */
    List<Route> routes(Prefix prefix) {
        List<Route> all = new ArrayList<>();
        received.forEach((number, table) -> table.forEach((key, attributes) -> {
            RouteSource source = sources.get(number);
            if (key.prefix().equals(prefix) && !loops(source, attributes)) {
                boolean external = source.kind() == RouteSourceKind.EXTERNAL;
                PathAttributes core =
                        external ? attributes.core().withLocalPref(100) : attributes.core();
                all.add(new Route(source, key.pathId(), attributes.withCore(core)));
            }
        }));
        all.sort(Comparator.comparing((Route each) -> each.source().number() == 0 ? 0 : 1)
                .thenComparing(each -> -each.attributes().core().localPref())
                .thenComparing(each -> each.attributes().core().asPath().length())
                .thenComparing(each -> each.attributes().core().origin())
                .thenComparing(each -> each.source().kind())
                .thenComparing(each -> each.attributes().core().originatorId() == null
                        ? each.source().routerId()
                        : each.attributes().core().originatorId())
                .thenComparing(each -> each.attributes().core().clusterList().size())
                .thenComparing(each -> each.source().rank())
                .thenComparing(Route::pathId));
        return all;
    }

    private boolean loops(RouteSource source, AttributeSet attributes) {
        return source.kind() == RouteSourceKind.EXTERNAL
                ? attributes.core().asPath().count(router.asn().value()) > 0
                : router.routerId().equals(attributes.core().originatorId())
                        || attributes.core().clusterList().contains(router.routerId());
    }

    SortedSet<Prefix> prefixes() {
        SortedSet<Prefix> all = new TreeSet<>();
        received.values().forEach(table -> table.keySet().forEach(key -> all.add(key.prefix())));
        return all;
    }

    /** What a client, or with {@code external} an eBGP peer, with this number and of this address must have in the end. */
    SortedMap<Key, AttributeSet> expected(int member, boolean external, IpAddress own) {
        SortedMap<Key, AttributeSet> table = new TreeMap<>();
        for (Prefix each : prefixes()) {
            List<Route> routes = routes(each);
            if (!routes.isEmpty() && routes.getFirst().source().number() != member) {
                table.put(new Key(each, 0), sent(routes.getFirst(), external, own));
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
