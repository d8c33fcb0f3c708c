package io.heddle.test.reference;

import io.heddle.model.config.Action;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.net.Asn;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A policy applied to one route (rule 5.6).
 *
 * @param ownAs the AS of the router that applies it
 * @param originatedHere whether that router originated the route itself
 */
record PolicyRun(Policy policy, Destination destination, Asn ownAs, boolean originatedHere) {

    /** The route as changed and accepted, and whether the policy set its MED. */
    record Accepted(BgpRoute route, boolean medSet) {}

    Optional<Accepted> apply(BgpRoute route) {
        for (PolicyTerm term : policy.terms()) {
            if (term.matches().stream().allMatch(match -> holds(match, route))) {
                return term.accept() ? Optional.of(changed(term, route)) : Optional.empty();
            }
        }
        return policy.acceptOtherwise() ? Optional.of(new Accepted(route, false)) : Optional.empty();
    }

    private boolean holds(Match match, BgpRoute route) {
        return switch (match) {
            case Match.PrefixIn in ->
                destination instanceof Destination.Unicast unicast
                        && in.ranges().stream().anyMatch(range -> range.matches(unicast.prefix()));
            case Match.HasCommunity has -> route.communities().contains(has.community());
            case Match.AsPathContains contains -> route.asPath().contains(contains.asn());
            case Match.AsPathEmpty _ -> route.asPath().isEmpty();
            case Match.OriginatedHere _ -> originatedHere;
            case Match.FamilyIs is -> destination.family() == is.family();
        };
    }

    private Accepted changed(PolicyTerm term, BgpRoute route) {
        BgpRoute changed = route;
        boolean medSet = false;
        for (Action action : term.actions()) {
            changed = act(action, changed);
            medSet |= action instanceof Action.SetMed;
        }
        return new Accepted(changed, medSet);
    }

    private BgpRoute act(Action action, BgpRoute route) {
        return switch (action) {
            case Action.SetLocalPref set -> route.withLocalPref(set.localPref());
            case Action.SetMed set -> route.withMed(OptionalLong.of(set.med()));
            case Action.AddCommunity add -> {
                Set<Community> more = new HashSet<>(route.communities());
                more.add(add.community());
                yield route.withCommunities(more);
            }
            case Action.RemoveCommunity remove -> {
                Set<Community> fewer = new HashSet<>(route.communities());
                fewer.remove(remove.community());
                yield route.withCommunities(fewer);
            }
            case Action.PrependOwnAs prepend -> route.prepended(ownAs, prepend.times());
        };
    }
}
