package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.rib.KeyedRoute;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.RouteTargetMembership;
import io.heddle.evpn.rib.SentRoutes;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.net.RouteTarget;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Route target constraint (RFC 4684) with GoBGP over iBGP. FRR and BIRD of Debian 12 do not know it. */
class GobgpTargetsIT {

    private static final String HOST = "02:00:00:00:0e:60";
    private static final String SUBNET = "10.50.4.0/24";

    private Bed bed;
    private Ours ours;
    private EvpnRoutesOfOurs routes;
    private Gobgp gobgp;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Gobgp.DAEMON, Gobgp.CLIENT);
        ours = Ours.start(bed, Ours.THEIR_AS, Bed.OURS, false);
        routes = new EvpnRoutesOfOurs(ours);
        gobgp = Gobgp.start(bed, Gobgp.Neighbor.of(Bed.OURS, 65002).evpnByTargets());
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    private void establish() throws Exception {
        ours.untilEstablished(ours.add(FrrEvpnIT.evpnPeer(ours).withRouteTargetConstraint()));
    }

    private String table() throws Exception {
        return gobgp.ask("global", "rib", "-a", "evpn");
    }

    private void virtualNetwork(String name, String target) throws Exception {
        gobgp.ask("vrf", "add", name, "rd", target, "rt", "both", target);
    }

    private void want(RouteTargetMembership membership) {
        ours.server
                .tell((speaker, now) -> speaker.originate(
                        AddressFamilyId.ROUTE_TARGET,
                        List.of(new KeyedRoute(membership.key(), Octets.EMPTY)),
                        AttributeSet.of(PathAttributes.originated(Origin.IGP), null),
                        now))
                .join();
    }

    @Test
    void itIsSentWhatItsVirtualNetworksImportAndNothingElse() throws Exception {
        virtualNetwork("red", "65001:100");
        routes.send(EvpnRoutesOfOurs.everyType());
        establish();

        bed.until("GoBGP holds the host", () -> table().contains(HOST));
        EvpnRoute prefix = EvpnRoutesOfOurs.everyType().getLast().route();
        String why = ours.server
                .ask((speaker, _) -> speaker.explain(
                        AddressFamilyId.L2VPN_EVPN, SentRoutes.keyed(prefix).key()))
                .join()
                .sent()
                .getFirst()
                .verdict();
        assertThat(why)
                .isEqualTo("not sent: the peer did not ask for [rt:65001:5000], only for rt:65001:100 (RFC 4684)");
        assertThat(table()).doesNotContain(SUBNET);

        virtualNetwork("routed", "65001:5000");
        bed.until("GoBGP holds the subnet", () -> table().contains(SUBNET));

        gobgp.ask("vrf", "del", "red");
        bed.until("GoBGP holds the host no more", () -> !table().contains(HOST));
        assertThat(table()).contains(SUBNET);
    }

    @Test
    void itSendsWhatWeAskFor() throws Exception {
        want(RouteTargetMembership.of(Ours.THEIR_AS, new RouteTarget(65001, 100)));
        for (String each : List.of("100", "300")) {
            gobgp.ask(("global rib add -a evpn macadv 02:00:00:00:03:" + each.charAt(0) + "0 0.0.0.0 etag 0 label "
                            + each + " rd 65001:" + each + " rt 65001:" + each + " encap vxlan nexthop 10.8.0.2")
                    .split(" ", -1));
        }
        establish();

        bed.until("one is there", () -> !routes.heard(EvpnRoute.MacIp.class).isEmpty());
        assertThat(routes.heard(EvpnRoute.MacIp.class)).hasSize(1);

        // Not all of them: GoBGP 3.10 panics when it is told of the default membership.
        want(RouteTargetMembership.of(Ours.THEIR_AS, new RouteTarget(65001, 300)));
        bed.until("both are there", () -> routes.heard(EvpnRoute.MacIp.class).size() == 2);
    }
}
