package io.heddle.evpn.rib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.evpn.calc.Input;
import io.heddle.evpn.community.DerivedTargets;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.evpn.vrf.Announcement;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** EVPN through two live speakers: every type arrives as it was sent. */
class LiveSpeakerTest {

    private static final RouteDistinguisher RD = RouteDistinguisher.parse("10.0.0.101:100");
    private static final IpAddress VTEP = IpAddress.parse("10.0.0.101");
    private static final Esi SEGMENT = Esi.ofSystemMac(Mac.parse("44:38:39:ff:00:01"), 1);
    private static final Mac MAC = Mac.parse("02:00:00:00:0e:60");
    private static final Label VNI = Label.of(new Vni(100));
    private static final RouteTarget TARGET = new RouteTarget(65001, 100);
    private static final EvpnCommunity.RouterMac ROUTER = new EvpnCommunity.RouterMac(new Mac(0x0200_0000_5001L));

    private static EvpnAttributes attributes(EvpnCommunity... communities) {
        return EvpnAttributes.vxlan(VTEP, List.of(TARGET), communities);
    }

    static List<Announcement> everyType() {
        return List.of(
                new Announcement(
                        new EvpnRoute.EthernetAutoDiscovery(RD, SEGMENT, EthernetTag.MAX, Label.ZERO),
                        attributes(new EvpnCommunity.EsiLabel(false, Label.ZERO))),
                new Announcement(new EvpnRoute.EthernetAutoDiscovery(RD, SEGMENT, EthernetTag.NONE, VNI), attributes()),
                new Announcement(
                        new EvpnRoute.MacIp(
                                RD, SEGMENT, EthernetTag.NONE, MAC, Optional.empty(), VNI, Optional.empty()),
                        attributes(new EvpnCommunity.MacMobility(3, false))),
                new Announcement(
                        new EvpnRoute.MacIp(
                                RD,
                                EvpnRoute.NO_ESI,
                                EthernetTag.NONE,
                                MAC,
                                Optional.of(IpAddress.parse("2001:db8::79")),
                                VNI,
                                Optional.of(Label.of(new Vni(5000)))),
                        attributes(ROUTER)),
                new Announcement(
                        new EvpnRoute.InclusiveMulticast(RD, EthernetTag.NONE, VTEP),
                        attributes().withTunnel(PmsiTunnel.ingressReplication(VNI, VTEP))),
                new Announcement(
                        new EvpnRoute.EthernetSegment(RD, SEGMENT, VTEP),
                        attributes(DerivedTargets.esImport(SEGMENT).orElseThrow())),
                new Announcement(
                        new EvpnRoute.IpPrefix(
                                RD,
                                EvpnRoute.NO_ESI,
                                EthernetTag.NONE,
                                Prefix.parse("10.50.4.0/24"),
                                Optional.empty(),
                                Label.of(new Vni(5000))),
                        attributes(ROUTER)),
                new Announcement(new EvpnRoute.Unknown(6, Octets.parse("0102030405")), attributes()));
    }

    @Test
    void everyTypeArrivesAsItWasSentAndGoesWhenItIsWithdrawn() {
        TwoSpeakers two = new TwoSpeakers();
        List<Input> heard = new ArrayList<>();
        two.speaker(1)
                .listen(AddressFamilyId.L2VPN_EVPN, changes -> heard.addAll(ReceivedRoutes.inputs(changes)), two.now());
        SentRoutes.originate(two.speaker(0), everyType(), two.now());
        two.pass();

        assertThat(heard)
                .containsExactlyInAnyOrderElementsOf(everyType().stream()
                        .<Input>map(each -> new Input.RouteThere(each.route(), each.attributes()))
                        .toList());

        heard.clear();
        SentRoutes.withdraw(
                two.speaker(0), everyType().stream().map(Announcement::route).toList(), two.now());
        two.pass();

        assertThat(heard).hasSize(everyType().size()).allMatch(Input.RouteGone.class::isInstance);
        assertThat(two.speaker(1).rib().pathCount(AddressFamilyId.L2VPN_EVPN)).isZero();
    }

    @Test
    void anotherLabelIsAnotherStateOfTheSameRoute() {
        TwoSpeakers two = new TwoSpeakers();
        List<Input> heard = new ArrayList<>();
        Announcement first = everyType().get(2);
        SentRoutes.originate(two.speaker(0), List.of(first), two.now());
        two.pass();
        two.speaker(1)
                .listen(AddressFamilyId.L2VPN_EVPN, changes -> heard.addAll(ReceivedRoutes.inputs(changes)), two.now());
        EvpnRoute.MacIp old = (EvpnRoute.MacIp) first.route();
        EvpnRoute moved = new EvpnRoute.MacIp(
                old.distinguisher(),
                EvpnRoute.NO_ESI,
                old.tag(),
                old.mac(),
                old.address(),
                Label.of(new Vni(200)),
                Optional.empty());
        heard.clear();
        SentRoutes.originate(two.speaker(0), List.of(new Announcement(moved, first.attributes())), two.now());
        two.pass();

        assertThat(heard).containsExactly(new Input.RouteThere(moved, first.attributes()));
        assertThat(two.speaker(1).rib().pathCount(AddressFamilyId.L2VPN_EVPN)).isEqualTo(1);
    }

    @Test
    void aTypeFiveWithoutRoutersMacIsRefused() {
        EvpnRoute prefix = everyType().get(6).route();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Announcement(prefix, attributes()))
                .withMessageContaining("10.50.4.0/24 has no Router's MAC");
    }
}
