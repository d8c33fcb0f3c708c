package io.heddle.test.fabrics;

import io.heddle.model.config.Action;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Peer groups and policies, mostly harmless. */
final class RandomPolicies {

    private static final List<Community> COMMUNITIES =
            List.of(new Community(65000, 1), new Community(65000, 2), Community.NO_EXPORT, Community.NO_ADVERTISE);

    private static final List<PrefixRange> RANGES = List.of(
            PrefixRange.exactly(Prefix.parse("0.0.0.0/0")),
            PrefixRange.exactly(Prefix.parse("::/0")),
            PrefixRange.orLonger(Prefix.parse("10.0.0.0/16")),
            PrefixRange.orLonger(Prefix.parse("10.9.0.0/16")),
            PrefixRange.orLonger(Prefix.parse("10.128.0.0/15")),
            PrefixRange.orLonger(Prefix.parse("2001:db8:9::/48")),
            new PrefixRange(Prefix.parse("0.0.0.0/0"), 32, 32),
            new PrefixRange(Prefix.parse("10.9.0.0/16"), 16, 28),
            new PrefixRange(Prefix.parse("10.1.0.0/16"), 17, 31));

    private final Dice dice;
    private final double wildness;
    private final List<Asn> asns;
    private int named;

    /**
     * @param wildness how often a policy does more than accept, from 0 to 1
     * @param asns AS numbers to look for in paths
     */
    RandomPolicies(Dice dice, double wildness, List<Asn> asns) {
        this.dice = dice;
        this.wildness = wildness;
        this.asns = asns;
    }

    PeerGroup group(double reflecting) {
        return new PeerGroup(
                "group" + ++named,
                families(),
                policy(),
                policy(),
                dice.chance(reflecting),
                dice.chance(0.7) ? NextHopMode.STANDARD : dice.pick(List.of(NextHopMode.SELF, NextHopMode.UNCHANGED)),
                dice.chance(0.2) ? dice.between(1, 2) : 0,
                false);
    }

    private Set<AddressFamily> families() {
        Set<AddressFamily> families = EnumSet.allOf(AddressFamily.class);
        if (dice.chance(0.1)) {
            families.remove(dice.pick(List.of(AddressFamily.values())));
        }
        return families;
    }

    private Policy policy() {
        if (!dice.chance(wildness)) {
            return Policy.ACCEPT_ALL;
        }
        List<PolicyTerm> terms = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            terms.add(term("term" + i));
        }
        return new Policy(PolicyName.of("policy" + ++named), terms, dice.chance(0.85));
    }

    private PolicyTerm term(String name) {
        List<Match> matches = new ArrayList<>();
        for (int i = dice.between(0, 2); i > 0; i--) {
            matches.add(match());
        }
        if (!matches.isEmpty() && dice.chance(0.25)) {
            return new PolicyTerm(name, matches, List.of(), false);
        }
        List<Action> actions = new ArrayList<>();
        for (int i = dice.between(0, 2); i > 0; i--) {
            actions.add(action());
        }
        return new PolicyTerm(name, matches, actions, true);
    }

    private Match match() {
        return switch (dice.between(0, 6)) {
            case 0, 1 -> new Match.PrefixIn(dice.some(RANGES, dice.between(1, 3)));
            case 2 -> new Match.HasCommunity(dice.pick(COMMUNITIES));
            case 3 -> new Match.AsPathContains(dice.pick(asns));
            case 4 -> new Match.AsPathEmpty();
            case 5 -> new Match.OriginatedHere();
            default -> new Match.FamilyIs(dice.pick(List.of(AddressFamily.values())));
        };
    }

    private Action action() {
        return switch (dice.between(0, 7)) {
            case 0, 1 -> new Action.SetLocalPref(dice.pick(List.of(50L, 100L, 150L, 200L)));
            case 2 -> new Action.SetMed(dice.between(0, 2));
            case 3, 4 -> new Action.AddCommunity(dice.pick(COMMUNITIES));
            case 5 -> new Action.RemoveCommunity(dice.pick(COMMUNITIES));
            default -> new Action.PrependOwnAs(dice.between(1, 3));
        };
    }
}
