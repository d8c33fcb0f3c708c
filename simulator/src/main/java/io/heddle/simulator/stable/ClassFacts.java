package io.heddle.simulator.stable;

import io.heddle.bgp.policy.RouteFacts;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PrefixRange;
import java.util.List;

/** What policies may ask of a class's prefixes. Mutable and reused; single-threaded. */
final class ClassFacts implements RouteFacts {

    private final PrefixLists lists;
    private RouteClass routeClass;
    private boolean originatedHere;

    ClassFacts(PrefixLists lists, RouteClass routeClass) {
        this.lists = lists;
        this.routeClass = routeClass;
    }

    ClassFacts about(RouteClass other) {
        routeClass = other;
        return this;
    }

    ClassFacts originatedHere(boolean originated) {
        originatedHere = originated;
        return this;
    }

    @Override
    public AddressFamily family() {
        return routeClass.family();
    }

    @Override
    public boolean prefixIn(List<PrefixRange> ranges) {
        return routeClass.answers().lists().get(lists.number(ranges));
    }

    @Override
    public boolean originatedHere() {
        return originatedHere;
    }
}
