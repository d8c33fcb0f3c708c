package io.heddle.simulator.timeline;

import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Routes that a device does not announce because they are not in its hardware, as a line of its export policies. What FRR does under
 * {@code bgp suppress-fib-pending} is the same seen from outside; only where a route's way changes and the new one finds no room does FRR keep
 * the announcement of before.
 */
public final class Withholding {

    private Withholding() {}

    /** The policy without these prefixes. */
    public static Policy of(Collection<Prefix> prefixes, Policy policy) {
        if (prefixes.isEmpty()) {
            return policy;
        }
        List<PolicyTerm> terms = new ArrayList<>();
        terms.add(new PolicyTerm(
                "not-in-hardware",
                List.of(new Match.PrefixIn(
                        prefixes.stream().map(PrefixRange::exactly).toList())),
                List.of(),
                false));
        terms.addAll(policy.terms());
        return new Policy(policy.name(), terms, policy.acceptOtherwise());
    }
}
