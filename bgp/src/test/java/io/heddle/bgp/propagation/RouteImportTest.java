package io.heddle.bgp.propagation;

import static io.heddle.bgp.propagation.Routers.FROM_65001;
import static io.heddle.bgp.propagation.Routers.LEARNED;
import static io.heddle.bgp.propagation.Routers.OWN_ID;
import static io.heddle.bgp.propagation.Routers.PEER_ID;
import static io.heddle.bgp.propagation.Routers.ROUTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.config.Action;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteImportTest {

    private static final PathAttributes LOOPED =
            FROM_65001.withAsPath(AsPath.of(new Asn(65001), new Asn(65000), new Asn(65002)));

    private static Passage receive(PathAttributes received, PeerGroup group, boolean external) {
        return RouteImport.apply(received, ROUTER, group, external, LEARNED);
    }

    private static PeerGroup importing(Policy policy) {
        return Routers.group(policy, Policy.ACCEPT_ALL, false, 0);
    }

    @Test
    void aRouteThroughTheOwnAsIsALoop() {
        assertThat(receive(LOOPED, Routers.plain(), true))
                .isEqualTo(new Passage.Stopped("own AS in AS_PATH (RFC 4271 section 9.1.2)"));
        assertThat(receive(FROM_65001, Routers.plain(), true)).isEqualTo(new Passage.Passed(FROM_65001));
    }

    @Test
    void theOwnAsMayAppearAsOftenAsAllowed() {
        PathAttributes twice = LOOPED.withAsPath(LOOPED.asPath().prepend(65000));
        PeerGroup once = Routers.group(Policy.ACCEPT_ALL, Policy.ACCEPT_ALL, false, 1);

        assertThat(receive(LOOPED, once, true)).isInstanceOf(Passage.Passed.class);
        assertThat(receive(twice, once, true)).isInstanceOf(Passage.Stopped.class);
    }

    @Test
    void aRouteReflectedBackIsALoop() {
        Passage loop = new Passage.Stopped("own identifier in ORIGINATOR_ID or CLUSTER_LIST (RFC 4456 section 8)");
        IpAddress other = IpAddress.parse("10.0.0.3");

        assertThat(receive(FROM_65001.reflected(OWN_ID, PEER_ID), Routers.plain(), false))
                .isEqualTo(loop);
        assertThat(receive(FROM_65001.reflected(other, OWN_ID).reflected(other, PEER_ID), Routers.plain(), false))
                .isEqualTo(loop);
        assertThat(receive(FROM_65001.reflected(other, PEER_ID), Routers.plain(), false))
                .isInstanceOf(Passage.Passed.class);
    }

    @Test
    void theAsPathIsNoLoopCheckOfIbgp() {
        assertThat(receive(LOOPED, Routers.plain(), false)).isEqualTo(new Passage.Passed(LOOPED));
    }

    @Test
    void localPrefIsOursFromEbgpAndThePeersFromIbgp() {
        PathAttributes high = FROM_65001.withLocalPref(500);

        assertThat(receive(high, Routers.plain(), true)).isEqualTo(new Passage.Passed(FROM_65001));
        assertThat(receive(high, Routers.plain(), false)).isEqualTo(new Passage.Passed(high));
    }

    @Test
    void thePolicyActsAfterLocalPrefIsReset() {
        Policy raise = new Policy(
                PolicyName.of("raise"),
                List.of(new PolicyTerm("all", List.of(), List.of(new Action.SetLocalPref(200)), true)),
                false);

        assertThat(receive(FROM_65001.withLocalPref(500), importing(raise), true))
                .isEqualTo(new Passage.Passed(FROM_65001.withLocalPref(200)));
    }

    @Test
    void aRefusalNamesPolicyAndTerm() {
        assertThat(receive(FROM_65001, importing(Policy.REJECT_ALL), true))
                .isEqualTo(new Passage.Stopped("import policy reject-all, term otherwise"));
    }

    @Test
    void onlyAPolicyWithoutTermsThatAcceptsIsTransparent() {
        Policy term = new Policy(PolicyName.of("p"), List.of(new PolicyTerm("all", List.of(), List.of(), true)), true);

        assertThat(RouteImport.isTransparent(Routers.plain())).isTrue();
        assertThat(RouteImport.isTransparent(importing(Policy.REJECT_ALL))).isFalse();
        assertThat(RouteImport.isTransparent(importing(term))).isFalse();
    }
}
