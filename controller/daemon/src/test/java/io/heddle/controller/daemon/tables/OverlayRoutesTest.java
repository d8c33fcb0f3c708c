package io.heddle.controller.daemon.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.use.KernelTables.Route;
import io.heddle.controller.southbound.use.OverlayTables;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FloodEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverlayRoutesTest {

    private static final IpAddress NODE = IpAddress.parse("10.1.1.2");
    private static final Esi SEGMENT = Esi.parse("03:44:38:39:be:ef:aa:00:00:01");

    @Test
    void whatEvpnShouldHaveMadeAndDidNotIsUntaken() {
        IpAddress vtep = IpAddress.parse("10.0.0.104");
        RouteDistinguisher distinguisher = RouteDistinguisher.parse("10.0.0.104:100");
        Mac mac = Mac.parse("02:00:00:00:00:05");
        Announcement.Evpn host = Announcement.Evpn.of(
                new EvpnRoute.MacIp(
                        distinguisher,
                        EvpnRoute.NO_ESI,
                        EthernetTag.NONE,
                        mac,
                        Optional.of(NODE),
                        Label.of(new Vni(100)),
                        Optional.empty()),
                EvpnAttributes.vxlan(vtep, List.of(RouteTarget.parse("65000:100"))));
        Wanted wanted = Wanted.of(DeviceName.of("leaf-1"), 7, List.of(host));
        OverlayTables nothing = OverlayTables.EMPTY;
        OverlayTables macAlone = hosts(mac, List.of(), List.of());
        OverlayTables both = hosts(mac, List.of(), List.of(NODE));

        assertThat(overlay(nothing, both, both, wanted)).containsExactly(host.key());
        assertThat(overlay(macAlone, both, both, wanted)).containsExactly(host.key());
        assertThat(overlay(macAlone, macAlone, macAlone, wanted)).isEmpty();
        assertThat(overlay(both, both, both, wanted)).isEmpty();
        assertThat(overlay(hosts(mac, List.of(vtep), List.of(NODE)), both, both, wanted))
                .isEmpty();
        assertThat(overlay(hosts(mac, List.of(NODE), List.of(NODE)), both, both, wanted))
                .as("by way of another VTEP")
                .containsExactly(host.key());
        assertThat(overlay(nothing, nothing, both, wanted)).as("just told").isEmpty();
        assertThat(overlay(nothing, nothing, nothing, wanted))
                .as("without the VNI")
                .isEmpty();
    }

    @Test
    void subnetsAndFloodListsAreComparedWithTheirVtep() {
        IpAddress vtep = IpAddress.parse("10.0.0.104");
        IpAddress other = IpAddress.parse("10.0.0.105");
        RouteDistinguisher distinguisher = RouteDistinguisher.parse("10.0.0.104:100");
        Prefix prefix = Prefix.parse("10.60.4.0/24");
        Announcement.Evpn subnet = Announcement.Evpn.of(
                new EvpnRoute.IpPrefix(
                        distinguisher,
                        EvpnRoute.NO_ESI,
                        EthernetTag.NONE,
                        prefix,
                        Optional.empty(),
                        Label.of(new Vni(5000))),
                EvpnAttributes.vxlan(
                        vtep,
                        List.of(RouteTarget.parse("65000:5000")),
                        new EvpnCommunity.RouterMac(Mac.parse("02:00:00:00:50:04"))));
        Announcement.Evpn flood = Announcement.Evpn.of(
                new EvpnRoute.InclusiveMulticast(distinguisher, EthernetTag.NONE, vtep),
                EvpnAttributes.vxlan(vtep, List.of(RouteTarget.parse("65000:100")))
                        .withTunnel(PmsiTunnel.ingressReplication(Label.of(new Vni(100)), vtep)));
        Wanted wanted = Wanted.of(DeviceName.of("leaf-1"), 7, List.of(subnet, flood));
        OverlayTables all = routed(prefix, vtep, new FloodEntry(new Vni(100), vtep));

        assertThat(overlay(all, all, all, wanted)).isEmpty();
        assertThat(overlay(OverlayTables.EMPTY, all, all, wanted)).containsExactlyInAnyOrder(subnet.key(), flood.key());
        assertThat(overlay(routed(prefix, other, new FloodEntry(new Vni(100), vtep)), all, all, wanted))
                .containsExactly(subnet.key());
        assertThat(overlay(routed(prefix, vtep, new FloodEntry(new Vni(101), vtep)), all, all, wanted))
                .containsExactly(flood.key());
        assertThat(overlay(OverlayTables.EMPTY, OverlayTables.EMPTY, OverlayTables.EMPTY, wanted))
                .as("without the VNIs")
                .isEmpty();
    }

    private static Announcement.Evpn segment(IpAddress vtep, EthernetTag tag) {
        EvpnAttributes attributes = EvpnAttributes.vxlan(
                vtep, List.of(RouteTarget.parse("65000:100")), new EvpnCommunity.EsiLabel(false, Label.ZERO));
        return Announcement.Evpn.of(
                new EvpnRoute.EthernetAutoDiscovery(
                        RouteDistinguisher.of(vtep, 100),
                        SEGMENT,
                        tag,
                        tag.equals(EthernetTag.MAX) ? Label.ZERO : Label.of(new Vni(100))),
                attributes);
    }

    @Test
    void theVtepsOfASegmentAreThoseThatItsHostsLeadTo() {
        IpAddress one = IpAddress.parse("10.0.0.104");
        IpAddress two = IpAddress.parse("10.0.0.105");
        Mac mac = Mac.parse("02:00:00:00:00:05");
        Announcement.Evpn host = Announcement.Evpn.of(
                new EvpnRoute.MacIp(
                        RouteDistinguisher.of(one, 100),
                        SEGMENT,
                        EthernetTag.NONE,
                        mac,
                        Optional.empty(),
                        Label.of(new Vni(100)),
                        Optional.empty()),
                EvpnAttributes.vxlan(one, List.of(RouteTarget.parse("65000:100"))));
        List<Announcement.Evpn> segment = Stream.of(EthernetTag.NONE, EthernetTag.MAX)
                .flatMap(tag -> Stream.of(segment(one, tag), segment(two, tag)))
                .toList();
        Wanted wanted = Wanted.of(
                DeviceName.of("leaf-1"),
                7,
                Stream.concat(Stream.of(host), segment.stream()).toList());
        OverlayTables expected = hosts(mac, List.of(), List.of());
        IpAddress nowhere = IpAddress.parse("10.9.9.9");

        assertThat(overlay(hosts(mac, List.of(one, two), List.of()), expected, expected, wanted))
                .isEmpty();
        OverlayRoutes halved = OverlayRoutes.of(hosts(mac, List.of(one), List.of()), expected, expected, wanted);
        assertThat(halved.untaken())
                .containsExactlyInAnyOrder(
                        segment(two, EthernetTag.NONE).key(),
                        segment(two, EthernetTag.MAX).key());
        assertThat(halved.astray().get(segment(two, EthernetTag.MAX).key())).hasToString("[" + one + "]");
        assertThat(overlay(hosts(mac, List.of(two), List.of()), expected, expected, wanted))
                .as("a host may be reached without the VTEP that announced it")
                .containsExactlyInAnyOrder(
                        segment(one, EthernetTag.NONE).key(),
                        segment(one, EthernetTag.MAX).key());
        assertThat(overlay(hosts(mac, List.of(nowhere), List.of()), expected, expected, wanted))
                .hasSize(5);
        assertThat(overlay(OverlayTables.EMPTY, expected, expected, wanted)).hasSize(5);
        assertThat(overlay(hosts(mac, List.of(), List.of()), expected, expected, wanted))
                .as("at a port of its own")
                .isEmpty();
        OverlayTables frr = hosts(mac, List.of(OverlayTables.ON_SEGMENT), List.of());
        assertThat(overlay(on(frr, one, two), expected, expected, wanted)).isEmpty();
        assertThat(overlay(on(frr, one), expected, expected, wanted)).hasSize(2);
        assertThat(overlay(frr, expected, expected, wanted))
                .as("FRR keeps the MAC without a VTEP")
                .hasSize(4);
        assertThat(overlay(OverlayTables.EMPTY, OverlayTables.EMPTY, OverlayTables.EMPTY, wanted))
                .as("without the VNI")
                .isEmpty();
    }

    private static OverlayTables hosts(Mac mac, List<IpAddress> vteps, List<IpAddress> hosts) {
        return new OverlayTables(
                new TreeMap<>(Map.of(mac, new TreeSet<>(vteps))),
                new TreeSet<>(hosts),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>());
    }

    /** As FRR says it. */
    private static OverlayTables on(OverlayTables hosts, IpAddress... vteps) {
        return new OverlayTables(
                hosts.macs(),
                hosts.hosts(),
                hosts.prefixes(),
                hosts.flood(),
                new TreeMap<>(Map.of(SEGMENT, new TreeSet<>(List.of(vteps)))));
    }

    private static OverlayTables routed(Prefix prefix, IpAddress vtep, FloodEntry flood) {
        return new OverlayTables(
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(Map.of(prefix, new Route("bgp", List.of(vtep)))),
                new TreeSet<>(List.of(flood)),
                new TreeMap<>());
    }

    private static Set<RouteKey> overlay(OverlayTables held, OverlayTables before, OverlayTables after, Wanted wanted) {
        return OverlayRoutes.of(held, before, after, wanted).untaken();
    }
}
