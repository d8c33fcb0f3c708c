package io.heddle.bgp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.config.Action;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Prefix;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyEvaluationTest {

    private static final Asn OWN_AS = new Asn(65000);
    private static final Community RED = new Community(65000, 1);
    private static final Community BLUE = new Community(65000, 2);
    private static final Prefix POD = Prefix.parse("10.1.2.3/32");
    private static final PathAttributes PLAIN = PathAttributes.originated(Origin.IGP);
    private static final RouteFacts LEARNED = new Facts(POD, AddressFamily.IPV4_UNICAST, false);

    private record Facts(Prefix prefix, AddressFamily family, boolean originatedHere) implements RouteFacts {
        @Override
        public boolean prefixIn(List<PrefixRange> ranges) {
            return ranges.stream().anyMatch(each -> each.matches(prefix));
        }
    }

    private static PolicyTerm accept(String name, List<Match> matches, Action... actions) {
        return new PolicyTerm(name, matches, List.of(actions), true);
    }

    private static PolicyTerm reject(String name, Match... matches) {
        return new PolicyTerm(name, List.of(matches), List.of(), false);
    }

    private static Policy policy(boolean acceptOtherwise, PolicyTerm... terms) {
        return new Policy(PolicyName.of("p"), List.of(terms), acceptOtherwise);
    }

    private static PolicyOutcome apply(Policy policy, PathAttributes attributes, RouteFacts facts) {
        return PolicyEvaluation.apply(policy, attributes, facts, OWN_AS);
    }

    private static boolean matches(Match match, PathAttributes attributes, RouteFacts facts) {
        return apply(policy(true, reject("hit", match)), attributes, facts) instanceof PolicyOutcome.Rejected;
    }

    private static PolicyOutcome.Accepted changed(PathAttributes attributes, Action... actions) {
        PolicyOutcome outcome = apply(policy(false, accept("change", List.of(), actions)), attributes, LEARNED);
        assertThat(outcome).isInstanceOf(PolicyOutcome.Accepted.class);
        return (PolicyOutcome.Accepted) outcome;
    }

    @Test
    void theFirstTermThatMatchesDecidesAndIsNamed() {
        Policy policy = policy(
                false,
                reject("red", new Match.HasCommunity(RED)),
                accept("blue", List.of(new Match.HasCommunity(BLUE))),
                reject("rest"));

        assertThat(apply(policy, PLAIN.withCommunity(RED).withCommunity(BLUE), LEARNED))
                .isEqualTo(new PolicyOutcome.Rejected("red"));
        assertThat(apply(policy, PLAIN.withCommunity(BLUE), LEARNED).term()).isEqualTo("blue");
        assertThat(apply(policy, PLAIN, LEARNED)).isEqualTo(new PolicyOutcome.Rejected("rest"));
    }

    @Test
    void whereNoTermMatchesOtherwiseDecidesAndChangesNothing() {
        PolicyTerm red = reject("red", new Match.HasCommunity(RED));

        assertThat(apply(policy(true, red), PLAIN, LEARNED))
                .isEqualTo(new PolicyOutcome.Accepted("otherwise", PLAIN, false));
        assertThat(apply(policy(false, red), PLAIN, LEARNED)).isEqualTo(new PolicyOutcome.Rejected("otherwise"));
    }

    @Test
    void allMatchesOfATermMustHold() {
        Policy both = policy(true, reject("both", new Match.HasCommunity(RED), new Match.HasCommunity(BLUE)));

        assertThat(apply(both, PLAIN.withCommunity(RED), LEARNED)).isInstanceOf(PolicyOutcome.Accepted.class);
        assertThat(apply(both, PLAIN.withCommunity(RED).withCommunity(BLUE), LEARNED))
                .isInstanceOf(PolicyOutcome.Rejected.class);
    }

    @Test
    void prefixInAsksThePrefixAndItsLength() {
        Prefix pods = Prefix.parse("10.1.0.0/16");

        assertThat(matches(new Match.PrefixIn(List.of(PrefixRange.orLonger(pods))), PLAIN, LEARNED))
                .isTrue();
        assertThat(matches(new Match.PrefixIn(List.of(PrefixRange.exactly(pods))), PLAIN, LEARNED))
                .isFalse();
    }

    @Test
    void asPathMatchesSeeThePathAtThatMoment() {
        PathAttributes away = PLAIN.withAsPath(AsPath.of(new Asn(65001), new Asn(65002)));

        assertThat(matches(new Match.AsPathContains(new Asn(65002)), away, LEARNED))
                .isTrue();
        assertThat(matches(new Match.AsPathContains(new Asn(65003)), away, LEARNED))
                .isFalse();
        assertThat(matches(new Match.AsPathEmpty(), PLAIN, LEARNED)).isTrue();
        assertThat(matches(new Match.AsPathEmpty(), away, LEARNED)).isFalse();
    }

    @Test
    void originatedHereAndFamilyAskTheRoute() {
        RouteFacts own = new Facts(POD, AddressFamily.IPV4_UNICAST, true);

        assertThat(matches(new Match.OriginatedHere(), PLAIN, own)).isTrue();
        assertThat(matches(new Match.OriginatedHere(), PLAIN, LEARNED)).isFalse();
        assertThat(matches(new Match.FamilyIs(AddressFamily.IPV4_UNICAST), PLAIN, LEARNED))
                .isTrue();
        assertThat(matches(new Match.FamilyIs(AddressFamily.L2VPN_EVPN), PLAIN, LEARNED))
                .isFalse();
    }

    @Test
    void everyActionChangesItsAttributeAlone() {
        assertThat(changed(PLAIN, new Action.SetLocalPref(200)).attributes()).isEqualTo(PLAIN.withLocalPref(200));
        assertThat(changed(PLAIN, new Action.SetMed(7)).attributes()).isEqualTo(PLAIN.withMed(7));
        assertThat(changed(PLAIN, new Action.AddCommunity(RED)).attributes()).isEqualTo(PLAIN.withCommunity(RED));
        assertThat(changed(PLAIN.withCommunity(RED), new Action.RemoveCommunity(RED))
                        .attributes())
                .isEqualTo(PLAIN);
        assertThat(changed(PLAIN, new Action.PrependOwnAs(2)).attributes())
                .isEqualTo(PLAIN.withAsPath(AsPath.of(OWN_AS, OWN_AS)));
    }

    @Test
    void actionsActInOrder() {
        assertThat(changed(PLAIN, new Action.SetMed(1), new Action.SetMed(2))
                        .attributes()
                        .med())
                .isEqualTo(2);
        assertThat(changed(PLAIN, new Action.AddCommunity(RED), new Action.RemoveCommunity(RED))
                        .attributes())
                .isEqualTo(PLAIN);
    }

    /** A MED may leave the AS only if the policy set it: a MED that was there before is not enough. */
    @Test
    void onlySettingTheMedIsReportedAsSettingIt() {
        assertThat(changed(PLAIN, new Action.SetMed(0)).medSet()).isTrue();
        assertThat(changed(PLAIN.withMed(5), new Action.SetLocalPref(1)).medSet())
                .isFalse();
    }

    @Test
    void theTwoStandingPoliciesDoWhatTheirNamesSay() {
        assertThat(apply(Policy.ACCEPT_ALL, PLAIN, LEARNED)).isInstanceOf(PolicyOutcome.Accepted.class);
        assertThat(apply(Policy.REJECT_ALL, PLAIN, LEARNED)).isInstanceOf(PolicyOutcome.Rejected.class);
    }
}
