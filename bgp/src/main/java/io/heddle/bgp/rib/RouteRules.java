package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.policy.RouteFacts;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;

/** What becomes of routes on their way in or out. A pure function. */
interface RouteRules {

    /** A route on the other side, or why it is not there. */
    sealed interface Outcome {

        record Passed(AttributeSet attributes) implements Outcome {}

        record Stopped(String reason) implements Outcome {}
    }

    /** Whether routes with equal attributes and source may fare differently. */
    boolean asksForPrefix();

    Outcome apply(AttributeSet route, RouteSource from, RouteFacts facts);

    /** Whether a policy looks at prefixes. */
    static boolean asksForPrefix(Policy policy) {
        return policy.terms().stream()
                .flatMap(each -> each.matches().stream())
                .anyMatch(Match.PrefixIn.class::isInstance);
    }
}
