package io.heddle.controller.core.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.Community;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final RouteDistinguisher RD = RouteDistinguisher.parse("10.0.0.1:100");
    private static final IpAddress VTEP = IpAddress.parse("10.0.0.4");
    private static final List<RouteTarget> TARGETS = List.of(RouteTarget.parse("64999:5000"));
    private static final EvpnCommunity.RouterMac ROUTER_MAC =
            new EvpnCommunity.RouterMac(Mac.parse("02:00:00:00:50:04"));

    @Test
    void nextHopInsideItsOwnPrefixIsRefused() {
        assertThatThrownBy(() -> Announcement.Unicast.of(Prefix.parse("10.1.1.2/32"), IpAddress.parse("10.1.1.2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("resolve through itself");
    }

    @Test
    void communitiesAreSortedAndDistinct() {
        Announcement kept = new Announcement.Unicast(
                Prefix.parse("10.244.1.5/32"),
                IpAddress.parse("10.1.1.2"),
                List.of(Community.NO_ADVERTISE, new Community(1, 2), Community.NO_ADVERTISE));

        assertThat(kept.communities()).containsExactly(new Community(1, 2), Community.NO_ADVERTISE);
        assertThat(kept.isKept()).isTrue();
    }

    @Test
    void typeFiveWithoutRoutersMacIsRefused() {
        EvpnRoute route = new EvpnRoute.IpPrefix(
                RD,
                EvpnRoute.NO_ESI,
                EthernetTag.NONE,
                Prefix.parse("10.60.4.0/24"),
                Optional.empty(),
                new Label(5000));

        assertThatThrownBy(() -> Announcement.Evpn.of(route, EvpnAttributes.vxlan(VTEP, TARGETS)))
                .hasMessageContaining("Router's MAC");
        assertThat(Announcement.Evpn.of(route, EvpnAttributes.vxlan(VTEP, TARGETS, ROUTER_MAC))
                        .nextHop())
                .isEqualTo(VTEP);
    }

    @Test
    void routedTypeTwoWithoutRoutersMacIsRefused() {
        EvpnRoute route = new EvpnRoute.MacIp(
                RD,
                EvpnRoute.NO_ESI,
                EthernetTag.NONE,
                Mac.parse("02:00:00:00:00:77"),
                Optional.of(IpAddress.parse("192.168.100.77")),
                new Label(100),
                Optional.of(new Label(5000)));

        assertThatThrownBy(() -> Announcement.Evpn.of(route, EvpnAttributes.vxlan(VTEP, TARGETS)))
                .hasMessageContaining("Router's MAC");
    }

    @Test
    void typeThreeWithoutTunnelIsRefused() {
        EvpnRoute route = new EvpnRoute.InclusiveMulticast(RD, EthernetTag.NONE, VTEP);

        assertThatThrownBy(() -> Announcement.Evpn.of(route, EvpnAttributes.vxlan(VTEP, TARGETS)))
                .hasMessageContaining("PMSI");
        assertThat(Announcement.Evpn.of(
                                route,
                                EvpnAttributes.vxlan(VTEP, TARGETS)
                                        .withTunnel(PmsiTunnel.ingressReplication(new Label(100), VTEP)))
                        .route())
                .isEqualTo(route);
    }

    @Test
    void typeOneOfASegmentNeedsItsLabel() {
        EvpnRoute route = new EvpnRoute.EthernetAutoDiscovery(
                RD, Esi.parse("03:44:38:39:ff:00:01:00:00:01"), EthernetTag.MAX, Label.ZERO);

        assertThatThrownBy(() -> Announcement.Evpn.of(route, EvpnAttributes.vxlan(VTEP, TARGETS)))
                .hasMessageContaining("ESI label");
    }

    @Test
    void typeFourIsNotTheControllersToMake() {
        EvpnRoute route = new EvpnRoute.EthernetSegment(RD, Esi.parse("03:44:38:39:ff:00:01:00:00:01"), VTEP);

        assertThatThrownBy(() -> Announcement.Evpn.of(route, EvpnAttributes.vxlan(VTEP, TARGETS)))
                .hasMessageContaining("a leaf");
    }

    @Test
    void withoutVtepOrTargetItIsRefused() {
        EvpnRoute route = new EvpnRoute.MacIp(
                RD,
                EvpnRoute.NO_ESI,
                EthernetTag.NONE,
                Mac.parse("02:00:00:00:00:77"),
                Optional.empty(),
                new Label(100),
                Optional.empty());
        EvpnAttributes self = new EvpnAttributes(
                Optional.empty(), TARGETS, List.of(EvpnCommunity.Encapsulation.VXLAN), Optional.empty());

        assertThatThrownBy(() -> Announcement.Evpn.of(route, self)).hasMessageContaining("needs a VTEP");
        assertThatThrownBy(() -> Announcement.Evpn.of(route, EvpnAttributes.vxlan(VTEP, List.of())))
                .hasMessageContaining("route target");
    }
}
