package io.heddle.model.config;

import java.util.ArrayList;
import java.util.List;

/** A routing policy: the first term whose matches all hold decides; {@code acceptOtherwise} decides if none does. */
public record Policy(PolicyName name, List<PolicyTerm> terms, boolean acceptOtherwise) {

    /** Accepts everything unchanged. */
    public static final Policy ACCEPT_ALL = new Policy(PolicyName.of("accept-all"), List.of(), true);

    /** Rejects everything: what eBGP does where no policy is set (RFC 8212). */
    public static final Policy REJECT_ALL = new Policy(PolicyName.of("reject-all"), List.of(), false);

    public Policy {
        terms = List.copyOf(terms);
    }

    /** Whether it may make this change. */
    public boolean does(Action change) {
        return terms.stream().anyMatch(each -> each.actions().contains(change));
    }

    /** The same with a further change to all that it accepts. */
    public Policy andThen(Action last) {
        List<PolicyTerm> changed = new ArrayList<>();
        for (PolicyTerm each : terms) {
            changed.add(each.accept() ? each.andThen(last) : each);
        }
        if (acceptOtherwise) {
            changed.add(new PolicyTerm("otherwise", List.of(), List.of(last), true));
        }
        return new Policy(name, changed, acceptOtherwise);
    }
}
