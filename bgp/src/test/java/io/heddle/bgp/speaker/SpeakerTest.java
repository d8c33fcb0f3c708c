package io.heddle.bgp.speaker;

import static io.heddle.bgp.virtual.Lab.CLIENTS;
import static io.heddle.bgp.virtual.Lab.OWN;
import static io.heddle.bgp.virtual.Lab.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.rib.Explanation;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.FamilyConfig;
import io.heddle.bgp.session.RemoteAs;
import io.heddle.bgp.session.RoleConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.virtual.Lab;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.Role;
import io.heddle.model.config.Action;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    private static final String PREFIX = "10.9.1.0/24";

    private final Lab lab = new Lab();

    /** 1 is a reflector; 2 and 3 are clients, 4 and 5 are not. */
    private void reflector() {
        for (int i = 1; i <= 5; i++) {
            lab.add(i, OWN);
        }
        for (int i = 2; i <= 5; i++) {
            lab.join(i, PLAIN, 1, i <= 3 ? CLIENTS : PLAIN);
        }
        lab.pass(5);
    }

    @Test
    void aClientsRouteIsReflectedToAll() {
        reflector();
        lab.originate(2, PREFIX);
        lab.pass(1);
        for (int i : new int[] {3, 4, 5}) {
            AttributeSet best = lab.best(i, PREFIX);
            assertThat(best.core().originatorId()).isEqualTo(Lab.address(2));
            assertThat(best.core().clusterList()).containsExactly(Lab.address(1));
            assertThat(best.nextHop()).contains(NextHop.of(Lab.address(2)));
        }
    }

    @Test
    void aNonClientsRouteIsReflectedToClientsOnly() {
        reflector();
        lab.originate(4, PREFIX);
        lab.pass(1);
        assertThat(lab.route(2, PREFIX)).isPresent();
        assertThat(lab.route(3, PREFIX)).isPresent();
        assertThat(lab.route(5, PREFIX)).isEmpty();
    }

    @Test
    void aWithdrawalReachesEverybody() {
        reflector();
        lab.originate(2, PREFIX);
        lab.pass(1);
        lab.withdraw(2, PREFIX);
        lab.pass(1);
        for (int i = 1; i <= 5; i++) {
            assertThat(lab.route(i, PREFIX)).isEmpty();
            assertThat(lab.speaker(i).rib().attributeSetCount()).isZero();
        }
    }

    @Test
    void whenTheBestSourceChangesTheOldOneGetsTheNewAndTheNewOneIsToldTheOldIsGone() {
        reflector();
        lab.originate(2, PREFIX, set -> set.withCore(set.core().withLocalPref(200)));
        lab.originate(3, PREFIX, set -> set.withCore(set.core().withLocalPref(150)));
        lab.pass(1);
        assertThat(lab.speaker(3).rib().pathCount(AddressFamilyId.IPV4_UNICAST)).isEqualTo(2);
        assertThat(lab.speaker(2).rib().pathCount(AddressFamilyId.IPV4_UNICAST)).isEqualTo(1);
        lab.originate(3, PREFIX, set -> set.withCore(set.core().withLocalPref(300)));
        lab.pass(1);
        assertThat(lab.speaker(3).rib().pathCount(AddressFamilyId.IPV4_UNICAST)).isEqualTo(1);
        assertThat(lab.speaker(2).rib().pathCount(AddressFamilyId.IPV4_UNICAST)).isEqualTo(2);
        assertThat(lab.best(4, PREFIX).core().localPref()).isEqualTo(300);
    }

    /** 1 is in an AS of its own between 2 and 3. */
    private void transit() {
        lab.add(1, OWN);
        lab.add(2, new Asn(65002));
        lab.add(3, new Asn(65003));
    }

    @Test
    void anExternalPeerGetsTheOwnAsInFrontAndTheOwnAddressAsNextHop() {
        transit();
        lab.join(2, PLAIN, 1, PLAIN);
        lab.join(3, PLAIN, 1, PLAIN);
        lab.pass(5);
        lab.originate(2, PREFIX, set -> set.withCore(set.core().withMed(7)));
        lab.pass(1);
        assertThat(lab.best(1, PREFIX).core().med()).isEqualTo(7);
        assertThat(lab.best(3, PREFIX).core().asPath()).isEqualTo(AsPath.of(OWN, new Asn(65002)));
        assertThat(lab.best(3, PREFIX).core().med()).isEqualTo(-1);
        assertThat(lab.best(3, PREFIX).nextHop()).contains(NextHop.of(Lab.address(1)));
    }

    @Test
    void aRouteServerIsTransparent() {
        transit();
        var client = Lab.routes(new RouteOptions(true, 8, 0));
        lab.join(2, PLAIN, 1, PLAIN, each -> each, client);
        lab.join(3, PLAIN, 1, PLAIN, each -> each, client);
        lab.pass(5);
        lab.originate(2, PREFIX, set -> set.withCore(set.core().withMed(7)));
        lab.pass(1);
        assertThat(lab.best(3, PREFIX).core().asPath()).isEqualTo(AsPath.of(new Asn(65002)));
        assertThat(lab.best(3, PREFIX).core().med()).isEqualTo(7);
        assertThat(lab.best(3, PREFIX).nextHop()).contains(NextHop.of(Lab.address(2)));
    }

    @Test
    void policyRejectsByPrefixAndSaysSo() {
        transit();
        Policy noTens = new Policy(
                PolicyName.of("no-tens"),
                List.of(new PolicyTerm(
                        "tens",
                        List.of(new Match.PrefixIn(List.of(PrefixRange.orLonger(Prefix.parse("10.0.0.0/8"))))),
                        List.of(),
                        false)),
                true);
        lab.join(2, PLAIN, 1, Lab.group(false, noTens, Policy.ACCEPT_ALL));
        lab.join(3, PLAIN, 1, PLAIN);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.originate(2, "11.0.0.0/8");
        lab.pass(1);
        assertThat(lab.route(1, PREFIX)).isEmpty();
        assertThat(lab.route(3, "11.0.0.0/8")).isPresent();
        Explanation why = lab.speaker(1).explain(Prefix.parse(PREFIX));
        assertThat(why.paths()).singleElement().satisfies(path -> assertThat(path.verdict())
                .isEqualTo("refused: import policy no-tens, term tens"));
        assertThat(why.sent()).allSatisfy(each -> assertThat(each.verdict()).startsWith("not sent: there is no"));
    }

    @Test
    void eachOfSeveralNeighboursWhosePolicyChangesIsSentTheNewRoutes() {
        lab.add(1, OWN);
        for (int each = 2; each <= 4; each++) {
            lab.add(each, new Asn(65000 + each));
            lab.join(1, PLAIN, each, PLAIN);
        }
        lab.pass(5);
        lab.originate(1, PREFIX);
        lab.pass(1);
        Policy marking = Policy.ACCEPT_ALL.andThen(new Action.AddCommunity(Community.GRACEFUL_SHUTDOWN));
        Speaker middle = lab.speaker(1);
        for (int each = 2; each <= 4; each++) {
            middle.changePeer(
                    each - 2,
                    lab.peer(1, each, Lab.group(false, Policy.ACCEPT_ALL, marking))
                            .with(middle.configOf(each - 2).peer().session()),
                    "test",
                    lab.network.now());
        }
        lab.pass(1);
        for (int each = 2; each <= 4; each++) {
            assertThat(lab.best(each, PREFIX).core().has(Community.GRACEFUL_SHUTDOWN))
                    .as("router " + each)
                    .isTrue();
            assertThat(lab.best(each, PREFIX).core().localPref()).isZero();
        }
    }

    @Test
    void aChangeOfPolicyKeepsTheSessionAndPutsRoutesRight() {
        transit();
        lab.join(2, PLAIN, 1, PLAIN);
        lab.join(3, PLAIN, 1, PLAIN);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.originate(2, "10.9.2.0/24", set -> set.withCore(set.core().withCommunity(new Community(1, 1))));
        lab.pass(1);
        Policy preferred = new Policy(
                PolicyName.of("preferred"),
                List.of(new PolicyTerm("all", List.of(), List.of(new Action.SetLocalPref(300)), true)),
                false);
        Policy onlyMarked = new Policy(
                PolicyName.of("only-marked"),
                List.of(new PolicyTerm(
                        "marked", List.of(new Match.HasCommunity(new Community(1, 1))), List.of(), true)),
                false);
        Speaker middle = lab.speaker(1);
        middle.changePeer(
                0,
                lab.peer(1, 2, Lab.group(false, preferred, Policy.ACCEPT_ALL))
                        .with(middle.configOf(0).peer().session()),
                "test",
                lab.network.now());
        middle.changePeer(
                1,
                lab.peer(1, 3, Lab.group(false, Policy.ACCEPT_ALL, onlyMarked))
                        .with(middle.configOf(1).peer().session()),
                "test",
                lab.network.now());
        lab.pass(1);
        assertThat(lab.best(1, PREFIX).core().localPref()).isEqualTo(300);
        assertThat(lab.route(3, PREFIX)).isEmpty();
        assertThat(lab.route(3, "10.9.2.0/24")).isPresent();
        assertThat(lab.status(1, 0).failures()).isZero();
        assertThat(middle.peers()).allMatch(PeerStatus::isEstablished);
        assertThat(lab.status(3, 0).counters().orElseThrow().prefixesWithdrawn())
                .isEqualTo(1);
    }

    @Test
    void theLosersAreExplained() {
        transit();
        lab.join(2, PLAIN, 1, PLAIN);
        lab.join(3, PLAIN, 1, PLAIN);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.originate(3, PREFIX, set -> set.withCore(set.core().withAsPath(AsPath.of(new Asn(7)))));
        lab.pass(1);
        Explanation why = lab.speaker(1).explain(Prefix.parse(PREFIX));
        assertThat(why.paths())
                .extracting(Explanation.Judged::verdict)
                .containsExactly("best", "not best: AS_PATH of 2 is longer than 1");
        assertThat(why.sent().get(0).verdict()).isEqualTo("not sent: it is the peer's own route");
        assertThat(why.sent().get(1).verdict()).startsWith("sent: ");
    }

    @Test
    void aNeighbourAboutToGoIsPreferredLeast() {
        transit();
        lab.join(2, PLAIN, 1, PLAIN);
        lab.join(3, PLAIN, 1, PLAIN);
        lab.pass(5);
        lab.originate(2, PREFIX, set -> set.withCore(set.core().withCommunity(Community.GRACEFUL_SHUTDOWN)));
        lab.originate(3, PREFIX, set -> set.withCore(set.core().withAsPath(AsPath.of(new Asn(7)))));
        lab.pass(1);
        assertThat(lab.best(1, PREFIX).core().asPath().first()).isEqualTo(65003);
        assertThat(lab.speaker(1)
                        .explain(Prefix.parse(PREFIX))
                        .paths()
                        .getFirst()
                        .verdict())
                .isEqualTo("not best: LOCAL_PREF 0 is lower than 100");
    }

    @Test
    void aRouteFromAProviderIsNotLeakedToAnother() {
        transit();
        // 1 is the customer of both.
        var customer = Lab.session(each -> each.withRole(new RoleConfig(Role.CUSTOMER, true)));
        var provider = Lab.session(each -> each.withRole(new RoleConfig(Role.PROVIDER, true)));
        lab.join(2, PLAIN, 1, PLAIN, provider, customer);
        lab.join(3, PLAIN, 1, PLAIN, provider, customer);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.originate(1, "10.9.2.0/24");
        lab.pass(1);
        assertThat(lab.best(1, PREFIX).carried().onlyToCustomer()).isEqualTo(65002);
        assertThat(lab.route(3, PREFIX)).isEmpty();
        assertThat(lab.best(3, "10.9.2.0/24").carried().onlyToCustomer()).isEqualTo(Carried.NO_OTC);
    }

    @Test
    void tooManyPrefixesEndTheSession() {
        transit();
        lab.join(
                2,
                PLAIN,
                1,
                PLAIN,
                each -> each,
                Lab.session(each -> each.withFamilies(
                        FamilyConfig.of(AddressFamilyId.IPV4_UNICAST).withMaxPrefixes(2))));
        lab.pass(5);
        lab.originate(2, "10.1.0.0/16");
        lab.originate(2, "10.2.0.0/16");
        lab.pass(1);
        assertThat(lab.status(1, 0).isEstablished()).isTrue();
        lab.originate(2, "10.3.0.0/16");
        lab.network.runUntil(lab.network.now() + 1_000_000);
        assertThat(lab.status(1, 0).isEstablished()).isFalse();
        assertThat(lab.status(1, 0).lastError().orElseThrow()).contains("maximum");
        assertThat(lab.route(1, "10.1.0.0/16")).isEmpty();
    }

    @Test
    void pathsBesideTheBestAreSentToWhoTakesThem() {
        lab.add(1, OWN);
        lab.add(2, new Asn(65002));
        lab.add(3, new Asn(65003));
        lab.add(4, OWN);
        lab.join(2, PLAIN, 1, PLAIN);
        lab.join(3, PLAIN, 1, PLAIN);
        var paths = Lab.session(each ->
                each.withFamilies(FamilyConfig.of(AddressFamilyId.IPV4_UNICAST).withAddPath(true, true)));
        lab.join(4, PLAIN, 1, PLAIN, paths, paths);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.originate(3, PREFIX);
        lab.pass(1);
        assertThat(lab.route(4, PREFIX).orElseThrow().paths()).hasSize(2);
        lab.withdraw(2, PREFIX);
        lab.pass(1);
        assertThat(lab.route(4, PREFIX).orElseThrow().paths()).hasSize(1);
        assertThat(lab.best(4, PREFIX).core().asPath().first()).isEqualTo(65003);
    }

    @Test
    void whoeverComesFromARangeIsTakenAndForgotten() {
        lab.add(1, OWN);
        lab.add(2, new Asn(65002));
        lab.speaker(1)
                .addDynamicPeers(new DynamicPeers(
                        Prefix.parse("10.0.0.0/29"),
                        SessionConfig.of(OWN, Lab.address(1), new RemoteAs.External(), AddressFamilyId.IPV4_UNICAST),
                        PLAIN,
                        RouteOptions.DEFAULT,
                        1));
        int peer = lab.speaker(2).addPeer(lab.peer(2, 1, PLAIN), 0);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.pass(1);
        assertThat(lab.route(1, PREFIX)).isPresent();
        lab.speaker(2).removePeer(peer, "moving house", lab.network.now());
        lab.pass(1);
        assertThat(lab.route(1, PREFIX)).isEmpty();
        assertThat(lab.speaker(1).peers()).isEmpty();
    }

    @Test
    void aListenerHearsOfEveryChangeInBatches() {
        transit();
        lab.join(2, PLAIN, 1, PLAIN);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.pass(1);
        List<LocRib.Change> heard = new ArrayList<>();
        lab.speaker(1).listen(AddressFamilyId.IPV4_UNICAST, heard::addAll, lab.network.now());
        assertThat(heard).singleElement().satisfies(change -> assertThat(change.route())
                .isPresent());
        heard.clear();
        lab.originate(2, PREFIX, set -> set.withCore(set.core().withMed(5)));
        lab.pass(1);
        assertThat(heard).singleElement().satisfies(change -> assertThat(
                        change.route().orElseThrow().best().attributes().core().med())
                .isEqualTo(5));
        heard.clear();
        lab.withdraw(2, PREFIX);
        lab.pass(1);
        assertThat(heard).singleElement().satisfies(change -> {
            assertThat(change.destination().prefix()).contains(Prefix.parse(PREFIX));
            assertThat(change.route()).isEmpty();
        });
    }

    @Test
    void theOwnAddressIsTheNextHopTowardsInternalPeersWhereWanted() {
        lab.add(1, OWN);
        lab.add(2, new Asn(65002));
        lab.add(3, OWN);
        PeerGroup self = new PeerGroup(
                "self",
                PLAIN.families(),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                PeerGroup.NextHopMode.SELF,
                0,
                false);
        lab.join(2, PLAIN, 1, PLAIN);
        lab.join(3, PLAIN, 1, self);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.pass(1);
        assertThat(lab.best(3, PREFIX).nextHop()).contains(NextHop.of(Lab.address(1)));
        assertThat(lab.best(1, PREFIX).nextHop()).contains(NextHop.of(IpAddress.v4(0x0A00_0002L)));
    }
}
