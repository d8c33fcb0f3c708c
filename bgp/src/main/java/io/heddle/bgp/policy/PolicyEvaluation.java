package io.heddle.bgp.policy;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.config.Action;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.net.Asn;

/** Policies applied: the first term whose matches all hold decides. A pure function. */
public final class PolicyEvaluation {

    private static final String OTHERWISE = "otherwise";

    private PolicyEvaluation() {}

    public static PolicyOutcome apply(Policy policy, PathAttributes attributes, RouteFacts facts, Asn ownAs) {
        for (PolicyTerm term : policy.terms()) {
            if (holds(term, attributes, facts)) {
                return term.accept() ? accept(term, attributes, ownAs) : new PolicyOutcome.Rejected(term.name());
            }
        }
        return policy.acceptOtherwise()
                ? new PolicyOutcome.Accepted(OTHERWISE, attributes, false)
                : new PolicyOutcome.Rejected(OTHERWISE);
    }

    private static boolean holds(PolicyTerm term, PathAttributes attributes, RouteFacts facts) {
        for (Match match : term.matches()) {
            boolean holds =
                    switch (match) {
                        case Match.PrefixIn list -> facts.prefixIn(list.ranges());
                        case Match.HasCommunity wanted -> attributes.has(wanted.community());
                        case Match.AsPathContains wanted ->
                            attributes.asPath().count(wanted.asn().value()) > 0;
                        case Match.AsPathEmpty _ -> attributes.asPath().isEmpty();
                        case Match.OriginatedHere _ -> facts.originatedHere();
                        case Match.FamilyIs wanted -> facts.family() == wanted.family();
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static PolicyOutcome accept(PolicyTerm term, PathAttributes attributes, Asn ownAs) {
        PathAttributes changed = attributes;
        boolean medSet = false;
        for (Action action : term.actions()) {
            switch (action) {
                case Action.SetLocalPref set -> changed = changed.withLocalPref(set.localPref());
                case Action.SetMed set -> {
                    changed = changed.withMed(set.med());
                    medSet = true;
                }
                case Action.AddCommunity add -> changed = changed.withCommunity(add.community());
                case Action.RemoveCommunity remove -> changed = changed.withoutCommunity(remove.community());
                case Action.PrependOwnAs prepend -> {
                    AsPath path = changed.asPath();
                    for (int i = 0; i < prepend.times(); i++) {
                        path = path.prepend(ownAs.value());
                    }
                    changed = changed.withAsPath(path);
                }
            }
        }
        return new PolicyOutcome.Accepted(term.name(), changed, medSet);
    }
}
