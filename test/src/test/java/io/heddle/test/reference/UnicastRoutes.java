package io.heddle.test.reference;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Every prefix of BGP, solved when asked for; aggregates by looking at what is inside them (rule 5.7). */
final class UnicastRoutes {

    private final Map<DeviceName, Router> routers;
    private final Originations originations;
    private final Propagation propagation;
    private final NavigableSet<Prefix> prefixes = new TreeSet<>();
    private final Map<Prefix, Propagation.Outcome> solved = new HashMap<>();

    UnicastRoutes(Map<DeviceName, Router> routers, Originations originations, Propagation propagation) {
        this.routers = routers;
        this.originations = originations;
        this.propagation = propagation;
        for (Router router : routers.values()) {
            prefixes.addAll(originations.plain(router).keySet());
            prefixes.addAll(Originations.conditional(router));
        }
    }

    /** Every prefix that some router may originate. */
    NavigableSet<Prefix> prefixes() {
        return prefixes;
    }

    boolean isOscillating(Prefix prefix) {
        return outcome(prefix).isOscillating();
    }

    /** What the router accepted from its peers and can use. */
    List<Candidate> learned(Router router, Prefix prefix) {
        return propagation.learned(router, outcome(prefix));
    }

    /** Whether the router's own route is its best, and forwarding therefore does not follow BGP. */
    boolean isOwnBest(Router router, Prefix prefix) {
        return originations.plain(router).containsKey(prefix) || isActiveAggregate(router, prefix);
    }

    /** Section 3: the router aggregates the prefix, and its BGP table holds something strictly inside. */
    boolean isActiveAggregate(Router router, Prefix prefix) {
        if (!Originations.aggregates(router, prefix)) {
            return false;
        }
        List<Prefix> inside = new ArrayList<>();
        for (Prefix each : prefixes.tailSet(prefix, false)) {
            if (!prefix.contains(each)) {
                break;
            }
            inside.add(each);
        }
        return inside.stream().anyMatch(originations.plain(router)::containsKey)
                || inside.stream().anyMatch(each -> !learned(router, each).isEmpty());
    }

    private Propagation.Outcome outcome(Prefix prefix) {
        Propagation.Outcome known = solved.get(prefix);
        if (known == null) {
            known = propagation.solve(new Destination.Unicast(prefix), originated(prefix));
            solved.put(prefix, known);
        }
        return known;
    }

    private Map<DeviceName, BgpRoute> originated(Prefix prefix) {
        Map<DeviceName, BgpRoute> routes = new HashMap<>();
        for (Router router : routers.values()) {
            originOf(router, prefix)
                    .ifPresent(origin -> routes.put(router.name(), BgpRoute.originatedBy(router.name(), origin)));
        }
        return routes;
    }

    private Optional<Origin> originOf(Router router, Prefix prefix) {
        if (Originations.sendsDefault(router, prefix) || isActiveAggregate(router, prefix)) {
            return Optional.of(Origin.IGP);
        }
        return Optional.ofNullable(originations.plain(router).get(prefix));
    }
}
