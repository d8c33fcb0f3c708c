package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.evpn.calc.Input;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** EVPN with FRR on the wire: what it sends we read, what we send it holds and installs, and tshark reads it as meant. */
class FrrEvpnIT {

    private Bed bed;
    private Ours ours;
    private EvpnRoutesOfOurs routes;
    private @Nullable Frr started;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Frr.BGPD, Frr.ZEBRA, Capture.TCPDUMP, Capture.TSHARK);
        FrrVteps.devices(bed);
        ours = Ours.start(bed);
        routes = new EvpnRoutesOfOurs(ours);
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    private Frr frr() {
        return Objects.requireNonNull(started);
    }

    private void establish() throws Exception {
        started = Frr.start(
                bed,
                FrrConfig.neighbor(Bed.OURS)
                        .ipv4("network 10.60.0.0/24")
                        .evpn("neighbor 10.8.0.1 activate", "advertise-all-vni", "advertise ipv4 unicast"));
        FrrVteps.overlay(bed);
        ours.untilEstablished(ours.add(evpnPeer(ours)));
    }

    static SpeakerPeer evpnPeer(Ours ours) {
        TransportConfig transport =
                TransportConfig.of(IpAddress.parse(Bed.THEIRS)).withLocalAddress(ours.router.routerId());
        PeerGroup group = new PeerGroup(
                "evpn",
                Set.of(AddressFamily.L2VPN_EVPN),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                PeerGroup.NextHopMode.UNCHANGED,
                0,
                false);
        SpeakerPeer peer = SpeakerPeer.of(ours.router, "daemon", transport, Ours.THEIR_AS, group);
        return peer.with(Ours.withShortTimers(peer.peer().session()));
    }

    @Test
    void whatFrrSendsIsReadAsItMeansIt() throws Exception {
        establish();
        FrrVteps.host(bed);
        IpAddress theirs = IpAddress.parse(Bed.THEIRS);

        bed.until("FRR's type 3 is there", () -> !routes.heard(EvpnRoute.InclusiveMulticast.class)
                .isEmpty());
        Input.RouteThere multicast =
                routes.heard(EvpnRoute.InclusiveMulticast.class).getFirst();
        assertThat(((EvpnRoute.InclusiveMulticast) multicast.route()).originator())
                .isEqualTo(theirs);
        assertThat(multicast.attributes().nextHop()).contains(theirs);
        assertThat(multicast.attributes().targets()).containsExactly(new RouteTarget(65002, 100));
        assertThat(multicast.attributes().isVxlan()).isTrue();
        assertThat(multicast.attributes().tunnel())
                .contains(PmsiTunnel.ingressReplication(Label.of(new Vni(100)), theirs));

        bed.until("FRR's host is there with its address", () -> host() != null);
        Input.RouteThere host = Objects.requireNonNull(host());
        EvpnRoute.MacIp macIp = (EvpnRoute.MacIp) host.route();
        assertThat(macIp.mac()).isEqualTo(Mac.parse(FrrVteps.HOST_MAC));
        assertThat(macIp.label().vni()).contains(new Vni(100));
        assertThat(macIp.routedLabel().flatMap(Label::vni)).contains(new Vni(5000));
        assertThat(host.attributes().targets())
                .containsExactly(new RouteTarget(65002, 100), new RouteTarget(65002, 5000));
        assertThat(host.attributes().routerMac()).contains(Mac.parse(FrrVteps.ROUTER_MAC));

        bed.until("FRR's type 5 is there", () -> !routes.heard(EvpnRoute.IpPrefix.class)
                .isEmpty());
        Input.RouteThere prefix = routes.heard(EvpnRoute.IpPrefix.class).getFirst();
        assertThat(((EvpnRoute.IpPrefix) prefix.route()).prefix()).isEqualTo(Prefix.parse("10.60.0.0/24"));
        assertThat(((EvpnRoute.IpPrefix) prefix.route()).label().vni()).contains(new Vni(5000));
        assertThat(prefix.attributes().routerMac()).contains(Mac.parse(FrrVteps.ROUTER_MAC));

        bed.until("FRR's type 4 is there", () -> !routes.heard(EvpnRoute.EthernetSegment.class)
                .isEmpty());
        Input.RouteThere segment = routes.heard(EvpnRoute.EthernetSegment.class).getFirst();
        assertThat(((EvpnRoute.EthernetSegment) segment.route()).segment()).hasToString(FrrVteps.SEGMENT);
        assertThat(segment.attributes().community(EvpnCommunity.EsImport.class))
                .contains(new EvpnCommunity.EsImport(Mac.parse("44:38:39:ff:00:02")));
        assertThat(segment.attributes().community(EvpnCommunity.DfElection.class))
                .hasValueSatisfying(
                        each -> assertThat(each.algorithm()).isEqualTo(EvpnCommunity.DfElection.PREFERENCE));

        frr().ask("configure terminal", "router bgp 65002", "address-family ipv4 unicast", "no network 10.60.0.0/24");
        bed.until("its withdrawal is there", () -> routes.isGone(prefix.route()));
    }

    private Input.@Nullable RouteThere host() {
        return routes.heard(EvpnRoute.MacIp.class).stream()
                .filter(each -> ((EvpnRoute.MacIp) each.route())
                        .address()
                        .filter(IpAddress.parse(FrrVteps.HOST_ADDRESS)::equals)
                        .isPresent())
                .findFirst()
                .orElse(null);
    }

    @Test
    void whatWeSendFrrHoldsAndInstallsAndTsharkReadsAsMeant() throws Exception {
        Capture capture = Capture.start(bed);
        establish();
        routes.send(EvpnRoutesOfOurs.everyType());

        for (String each : List.of(
                "[1]:[4294967295]:[03:44:38:39:ff:00:01:00:00:01]",
                "[1]:[0]:[03:44:38:39:ff:00:01:00:00:01]",
                "[2]:[0]:[48]:[02:00:00:00:0e:60]",
                "[2]:[0]:[48]:[02:00:00:00:0e:61]:[32]:[192.168.100.79]",
                "[3]:[0]:[32]:[10.8.0.3]",
                "[4]:[03:44:38:39:ff:00:01:00:00:01]:[32]:[10.8.0.3]",
                "[5]:[0]:[24]:[10.50.4.0]")) {
            bed.until("FRR holds " + each, () -> frr().ask("show bgp l2vpn evpn route")
                    .contains(each));
        }
        bed.until("the kernel has the MAC", () -> bed.run("bridge", "fdb", "show", "dev", "vx100")
                .contains("02:00:00:00:0e:60 dst 10.8.0.3"));
        bed.until("the kernel floods to us", () -> bed.run("bridge", "fdb", "show", "dev", "vx100")
                .contains("00:00:00:00:00:00 dst 10.8.0.3"));
        bed.until("the kernel has the neighbour", () -> bed.run("ip", "neigh", "show", "dev", "br100")
                .contains("192.168.100.79 lladdr 02:00:00:00:0e:61"));
        bed.until("the kernel has the prefix", () -> bed.run("ip", "route", "show", "10.50.4.0/24")
                .contains("via 10.8.0.3 dev br5000"));
        bed.until("the kernel has the router's MAC", () -> bed.run("ip", "neigh", "show", "dev", "br5000")
                .contains("10.8.0.3 lladdr 02:00:00:00:50:03"));
        assertThat(frr().ask("show bgp l2vpn evpn route detail"))
                .contains("MM:3")
                .contains("Rmac:02:00:00:00:50:03");

        bed.until("tshark has seen all", () -> types(capture).containsAll(Set.of("1", "2", "3", "4", "5")));
        assertThat(capture.read("ip.src == 10.8.0.1 && bgp.evpn.nlri.rt == 2", "bgp.evpn.nlri.mac_addr"))
                .contains("02:00:00:00:0e:60")
                .contains("02:00:00:00:0e:61");
        assertThat(capture.read("ip.src == 10.8.0.1 && bgp.evpn.nlri.rt == 5", "bgp.evpn.nlri.ip.addr"))
                .contains("10.50.4.0");
        assertThat(capture.read("_ws.malformed", "frame.number")).isBlank();

        routes.withdraw(EvpnRoutesOfOurs.everyType());
        bed.until("FRR holds none of it", () -> !frr().ask("show bgp l2vpn evpn route")
                .contains("10.8.0.3"));
        bed.until("nor does the kernel", () -> !bed.run("bridge", "fdb", "show", "dev", "vx100")
                .contains("10.8.0.3"));
    }

    private static Set<String> types(Capture capture) throws Exception {
        return Stream.of(capture.read("ip.src == 10.8.0.1 && bgp.evpn.nlri.rt", "bgp.evpn.nlri.rt")
                        .split("[,\\s]+"))
                .collect(Collectors.toSet());
    }
}
