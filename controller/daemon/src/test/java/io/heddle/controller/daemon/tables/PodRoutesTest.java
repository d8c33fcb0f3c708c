package io.heddle.controller.daemon.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.use.KernelTables;
import io.heddle.controller.southbound.use.KernelTables.Route;
import io.heddle.controller.southbound.use.OverlayTables;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.fabric.DeviceName;
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

class PodRoutesTest {

    private static final Prefix POD = Prefix.parse("10.64.0.5/32");
    private static final IpAddress NODE = IpAddress.parse("10.1.1.2");
    private static final Map<Prefix, Route> ATTACHED =
            Map.of(Prefix.parse("10.1.1.0/24"), new Route("kernel", List.of()));
    private static final Wanted WANTED =
            Wanted.of(DeviceName.of("leaf-1"), 7, List.of(Announcement.Unicast.of(POD, NODE)));

    private static KernelTables tables(Map<Prefix, Route> routes) {
        return new KernelTables(new TreeMap<>(routes), new TreeSet<>(), new TreeSet<>());
    }

    private static KernelTables expected(String... prefixes) {
        Map<Prefix, Route> routes = new TreeMap<>();
        Stream.of(prefixes).forEach(each -> routes.put(Prefix.parse(each), new Route("", List.of())));
        return tables(routes);
    }

    private static Map<Prefix, Route> held(String prefix, String protocol, String gateway) {
        Map<Prefix, Route> routes = new TreeMap<>(ATTACHED);
        routes.put(Prefix.parse(prefix), new Route(protocol, List.of(IpAddress.parse(gateway))));
        return routes;
    }

    private static PodRoutes compare(Map<Prefix, Route> held, KernelTables before, KernelTables after) {
        return PodRoutes.of(tables(held), before, after, WANTED, List.of(Prefix.parse("10.64.0.0/16")));
    }

    private static boolean isClean(PodRoutes found) {
        return found.untaken().isEmpty()
                && found.unreachable().isEmpty()
                && found.otherwise().isEmpty()
                && found.missing().isEmpty()
                && found.left().isEmpty();
    }

    @Test
    void whatIsThereAsItWasToldIsClean() {
        KernelTables expected = expected("10.64.0.5/32");

        assertThat(isClean(compare(held("10.64.0.5/32", "bgp", "10.1.1.2"), expected, expected)))
                .isTrue();
    }

    @Test
    void aLostRouteIsUntakenAndWithoutWayToItsNextHopUnreachable() {
        assertThat(compare(ATTACHED, KernelTables.EMPTY, KernelTables.EMPTY).untaken())
                .containsExactly(RouteKey.of(POD));
        PodRoutes nowhere = compare(
                Map.of(Prefix.parse("0.0.0.0/0"), new Route("static", List.of())),
                KernelTables.EMPTY,
                KernelTables.EMPTY);
        assertThat(nowhere.untaken()).isEmpty();
        assertThat(nowhere.unreachable()).containsOnly(Map.entry(POD, NODE));
    }

    @Test
    void aRouteOfSomebodyElseOrByAnotherWayIsOtherwise() {
        assertThat(compare(held("10.64.0.5/32", "static", "10.1.1.2"), KernelTables.EMPTY, KernelTables.EMPTY)
                        .otherwise())
                .containsOnlyKeys(POD);
        assertThat(compare(held("10.64.0.5/32", "bgp", "10.1.1.9"), KernelTables.EMPTY, KernelTables.EMPTY)
                        .otherwise())
                .containsOnlyKeys(POD);
    }

    @Test
    void onlyWhatIsExpectedBeforeAndAfterIsMissing() {
        KernelTables both = expected("10.64.9.1/32", "10.0.0.1/32");

        assertThat(compare(held("10.64.0.5/32", "bgp", "10.1.1.2"), both, both).missing())
                .containsExactly(Prefix.parse("10.64.9.1/32"));
        assertThat(isClean(compare(held("10.64.0.5/32", "bgp", "10.1.1.2"), KernelTables.EMPTY, both)))
                .isTrue();
    }

    @Test
    void onlyWhatBgpLeftInThePoolsIsLeft() {
        Map<Prefix, Route> held = held("10.64.0.5/32", "bgp", "10.1.1.2");
        held.put(Prefix.parse("10.64.0.9/32"), new Route("bgp", List.of(NODE)));
        held.put(Prefix.parse("10.64.0.10/32"), new Route("static", List.of(NODE)));
        held.put(Prefix.parse("10.99.0.9/32"), new Route("bgp", List.of(NODE)));

        assertThat(compare(held, KernelTables.EMPTY, KernelTables.EMPTY).left())
                .containsOnlyKeys(Prefix.parse("10.64.0.9/32"));
        assertThat(compare(held, expected("10.64.0.9/32"), KernelTables.EMPTY).left())
                .isEmpty();
    }

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

    private static OverlayTables hosts(Mac mac, List<IpAddress> vteps, List<IpAddress> hosts) {
        return new OverlayTables(
                new TreeMap<>(Map.of(mac, new TreeSet<>(vteps))),
                new TreeSet<>(hosts),
                new TreeMap<>(),
                new TreeSet<>());
    }

    private static OverlayTables routed(Prefix prefix, IpAddress vtep, FloodEntry flood) {
        return new OverlayTables(
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(Map.of(prefix, new Route("bgp", List.of(vtep)))),
                new TreeSet<>(List.of(flood)));
    }

    private static Set<RouteKey> overlay(OverlayTables held, OverlayTables before, OverlayTables after, Wanted wanted) {
        PodRoutes found = PodRoutes.of(
                KernelTables.EMPTY,
                KernelTables.EMPTY,
                KernelTables.EMPTY,
                Wanted.nothing(DeviceName.of("leaf-1")),
                List.of());
        found.compare(held, before, after, wanted);
        return found.untaken();
    }
}
