package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.policy.RouteFacts;
import io.heddle.bgp.propagation.Passage;
import io.heddle.bgp.propagation.RouteImport;
import io.heddle.bgp.wire.Role;
import io.heddle.model.config.BgpConfig;

/** What becomes of a route that a peer sent. */
final class ImportRules implements RouteRules {

    private static final Outcome LEAK =
            new Outcome.Stopped("ONLY_TO_CUSTOMER from a peer that must not pass it on (RFC 9234 section 5)");

    private final BgpConfig router;
    private final ImportKey key;
    private final boolean asksForPrefix;

    ImportRules(BgpConfig router, ImportKey key) {
        this.router = router;
        this.key = key;
        asksForPrefix = RouteRules.asksForPrefix(key.peers().importPolicy());
    }

    @Override
    public boolean asksForPrefix() {
        return asksForPrefix;
    }

    @Override
    public Outcome apply(AttributeSet route, RouteSource from, RouteFacts facts) {
        Role own = key.role();
        AttributeSet marked = route;
        if (own != null) {
            if (isLeak(own, route.carried().onlyToCustomer())) {
                return LEAK;
            }
            marked = mark(own, route);
        }
        return switch (RouteImport.apply(route.core(), router, key.peers(), key.external(), facts)) {
            case Passage.Stopped stopped -> new Outcome.Stopped(stopped.reason());
            case Passage.Passed passed -> new Outcome.Passed(marked.withCore(passed.attributes()));
        };
    }

    /** RFC 9234 section 5, on ingress 1 and 2. */
    private boolean isLeak(Role own, long onlyToCustomer) {
        if (onlyToCustomer == Carried.NO_OTC) {
            return false;
        }
        return switch (own) {
            case PROVIDER, ROUTE_SERVER -> true;
            case PEER -> onlyToCustomer != key.roleAs();
            case CUSTOMER, ROUTE_SERVER_CLIENT -> false;
        };
    }

    /** RFC 9234 section 5, on ingress 3. */
    private AttributeSet mark(Role own, AttributeSet route) {
        Carried carried = route.carried();
        if (carried.onlyToCustomer() != Carried.NO_OTC) {
            return route;
        }
        return switch (own) {
            case CUSTOMER, ROUTE_SERVER_CLIENT, PEER ->
                route.withCarried(
                        new Carried(carried.aggregator(), carried.atomicAggregate(), key.roleAs(), carried.others()));
            case PROVIDER, ROUTE_SERVER -> route;
        };
    }
}
