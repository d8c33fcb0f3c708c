package io.heddle.bgp.propagation;

import static io.heddle.bgp.decision.RouteSourceKind.EXTERNAL;
import static io.heddle.bgp.decision.RouteSourceKind.INTERNAL;
import static io.heddle.bgp.decision.RouteSourceKind.ORIGINATED;
import static io.heddle.bgp.propagation.Routers.FROM_65001;
import static io.heddle.bgp.propagation.Routers.LEARNED;
import static io.heddle.bgp.propagation.Routers.OWN_ID;
import static io.heddle.bgp.propagation.Routers.PEER_ID;
import static io.heddle.bgp.propagation.Routers.ROUTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.model.config.Action;
import io.heddle.model.config.Community;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.net.Asn;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteExportTest {

    private static final PeerGroup CLIENTS = Routers.group(Policy.ACCEPT_ALL, Policy.ACCEPT_ALL, true, 0);
    private static final PathAttributes OWN = PathAttributes.originated(Origin.IGP);

    private static Passage send(
            PathAttributes attributes, RouteSourceKind source, boolean fromClient, PeerGroup to, boolean external) {
        return RouteExport.apply(
                new RouteExport.Best(attributes, source, fromClient, source == ORIGINATED ? OWN_ID : PEER_ID),
                ROUTER,
                to,
                external,
                LEARNED);
    }

    private static PeerGroup exporting(Action... actions) {
        Policy policy = new Policy(
                PolicyName.of("out"), List.of(new PolicyTerm("all", List.of(), List.of(actions), true)), false);
        return Routers.group(Policy.ACCEPT_ALL, policy, false, 0);
    }

    private static PathAttributes passed(Passage passage) {
        assertThat(passage).isInstanceOf(Passage.Passed.class);
        return ((Passage.Passed) passage).attributes();
    }

    @Test
    void fromANonClientOnlyClientsHearOfIt() {
        assertThat(send(FROM_65001, INTERNAL, false, Routers.plain(), false))
                .isEqualTo(new Passage.Stopped("learned by iBGP and neither side is a client (RFC 4456 section 6)"));
        assertThat(send(FROM_65001, INTERNAL, false, CLIENTS, false)).isInstanceOf(Passage.Passed.class);
    }

    @Test
    void fromAClientEverybodyHearsOfIt() {
        assertThat(send(FROM_65001, INTERNAL, true, Routers.plain(), false)).isInstanceOf(Passage.Passed.class);
        assertThat(send(FROM_65001, INTERNAL, true, CLIENTS, false)).isInstanceOf(Passage.Passed.class);
    }

    @Test
    void aReflectedRouteSaysWhereItCameFromAndIsOtherwiseUnchanged() {
        PathAttributes route = FROM_65001.withLocalPref(300).withMed(7);

        assertThat(passed(send(route, INTERNAL, true, CLIENTS, false))).isEqualTo(route.reflected(PEER_ID, OWN_ID));
    }

    @Test
    void whatIsNotReflectedGoesToIbgpAsItIs() {
        PathAttributes route = FROM_65001.withLocalPref(300).withMed(7);

        assertThat(passed(send(route, EXTERNAL, false, CLIENTS, false))).isEqualTo(route);
        assertThat(passed(send(OWN, ORIGINATED, false, CLIENTS, false))).isEqualTo(OWN);
    }

    @Test
    void noAdvertiseIsForNobody() {
        PathAttributes route = FROM_65001.withCommunity(Community.NO_ADVERTISE);
        Passage stopped = new Passage.Stopped("NO_ADVERTISE (RFC 1997)");

        assertThat(send(route, EXTERNAL, false, Routers.plain(), true)).isEqualTo(stopped);
        assertThat(send(route, EXTERNAL, false, CLIENTS, false)).isEqualTo(stopped);
    }

    @Test
    void noExportStaysWithinTheAs() {
        PathAttributes route = FROM_65001.withCommunity(Community.NO_EXPORT);

        assertThat(send(route, EXTERNAL, false, Routers.plain(), true))
                .isEqualTo(new Passage.Stopped("NO_EXPORT (RFC 1997)"));
        assertThat(send(route, EXTERNAL, false, Routers.plain(), false)).isInstanceOf(Passage.Passed.class);
    }

    @Test
    void aRefusalNamesPolicyAndTerm() {
        PeerGroup silent = Routers.group(Policy.ACCEPT_ALL, Policy.REJECT_ALL, false, 0);

        assertThat(send(FROM_65001, EXTERNAL, false, silent, true))
                .isEqualTo(new Passage.Stopped("export policy reject-all, term otherwise"));
    }

    @Test
    void leavingTheAsPrependsItAndDropsWhatIsInternal() {
        PathAttributes inside =
                FROM_65001.withLocalPref(300).withCommunity(new Community(1, 2)).reflected(PEER_ID, PEER_ID);

        assertThat(passed(send(inside, INTERNAL, false, Routers.plain(), true)))
                .isEqualTo(FROM_65001
                        .withAsPath(AsPath.of(new Asn(65000), new Asn(65001)))
                        .withCommunity(new Community(1, 2)));
    }

    @Test
    void prependingByPolicyComesOnTopOfTheOneOfEbgp() {
        assertThat(passed(send(OWN, ORIGINATED, false, exporting(new Action.PrependOwnAs(2)), true))
                        .asPath()
                        .length())
                .isEqualTo(3);
        assertThat(passed(send(OWN, ORIGINATED, false, exporting(new Action.PrependOwnAs(2)), false))
                        .asPath()
                        .length())
                .isEqualTo(2);
    }

    /** RFC 4271 section 5.1.4: a MED received from one neighbouring AS is not sent to another. */
    @Test
    void aReceivedMedStaysWithinTheAs() {
        PathAttributes route = FROM_65001.withMed(7);

        assertThat(passed(send(route, EXTERNAL, false, Routers.plain(), true)).med())
                .isEqualTo(PathAttributes.NO_MED);
        assertThat(passed(send(route, EXTERNAL, false, Routers.plain(), false)).med())
                .isEqualTo(7);
    }

    @Test
    void anOwnMedOrOneSetByTheExportPolicyIsSent() {
        assertThat(passed(send(OWN.withMed(7), ORIGINATED, false, Routers.plain(), true))
                        .med())
                .isEqualTo(7);
        assertThat(passed(send(FROM_65001.withMed(7), EXTERNAL, false, exporting(new Action.SetMed(9)), true))
                        .med())
                .isEqualTo(9);
        assertThat(passed(send(FROM_65001.withMed(7), EXTERNAL, false, exporting(), true))
                        .med())
                .isEqualTo(PathAttributes.NO_MED);
    }
}
