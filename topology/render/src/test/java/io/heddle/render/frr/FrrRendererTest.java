package io.heddle.render.frr;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Action;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Irb;
import io.heddle.model.config.Match;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrrRendererTest {

    private static final Asn OWN = new Asn(65001);
    private static final Asn OTHER = new Asn(65002);
    private static final Policy OWN_ROUTES = new Policy(
            PolicyName.of("own-routes"),
            List.of(new PolicyTerm("own", List.of(new Match.OriginatedHere()), List.of(), true)),
            false);
    private static final Policy NO_DEFAULT = new Policy(
            PolicyName.of("no-default"),
            List.of(new PolicyTerm(
                    "default",
                    List.of(new Match.PrefixIn(List.of(PrefixRange.exactly(Prefix.parse("0.0.0.0/0"))))),
                    List.of(),
                    false)),
            true);

    private static PeerGroup group(String name, Policy export, boolean client, NextHopMode mode, int allowOwnAs) {
        return new PeerGroup(
                name, Set.of(AddressFamily.IPV4_UNICAST), Policy.ACCEPT_ALL, export, client, mode, allowOwnAs, false);
    }

    private static PeerGroup plain(String name) {
        return group(name, Policy.ACCEPT_ALL, false, NextHopMode.STANDARD, 0);
    }

    private static Neighbor onPort(String port, Asn as, PeerGroup group) {
        return new Neighbor(DeviceName.of("peer"), Optional.of(PortName.of(port)), Optional.empty(), as, group);
    }

    private static Neighbor at(String address, Asn as, PeerGroup group) {
        return new Neighbor(DeviceName.of("peer"), Optional.empty(), Optional.of(IpAddress.parse(address)), as, group);
    }

    private static String text(List<Neighbor> neighbors, List<Origination> originations, StaticRoute... statics) {
        VlanConfig.Svi svi = new VlanConfig.Svi(
                VrfName.DEFAULT,
                List.of(new InterfaceAddress(IpAddress.parse("10.1.0.2"), 24)),
                List.of(new InterfaceAddress(IpAddress.parse("10.1.0.1"), 24)),
                Optional.of(Mac.parse("02:00:00:00:00:01")));
        return FrrRenderer.of(new SwitchConfig(
                        DeviceName.of("leaf"),
                        List.of(IpAddress.parse("10.0.0.1")),
                        List.of(
                                new RoutedPort(PortName.of("swp1"), DeviceName.of("n1"), List.of(), 9000),
                                new RoutedPort(
                                        PortName.of("swp2"),
                                        DeviceName.of("n2"),
                                        List.of(new InterfaceAddress(IpAddress.parse("10.9.0.0"), 31)),
                                        9000)),
                        List.of(),
                        List.of(new VlanConfig(
                                new VlanId(10),
                                NetworkName.of("nodes"),
                                Optional.empty(),
                                RouteTargets.AUTOMATIC,
                                Optional.of(svi))),
                        List.of(),
                        Optional.empty(),
                        Irb.NONE,
                        Optional.empty(),
                        false,
                        List.of(statics),
                        Optional.of(
                                new BgpConfig(OWN, IpAddress.parse("10.0.0.1"), neighbors, originations, 64, true))))
                .text();
    }

    private static StaticRoute by(String prefix, String device) {
        return new StaticRoute(Prefix.parse(prefix), Optional.of(DeviceName.of(device)), Optional.empty());
    }

    @Test
    void aSessionToAVlanAddressLeavesFromTheOwnAddressAndNamesItselfNextHop() {
        assertThat(text(List.of(at("10.1.0.7", OTHER, plain("nodes"))), List.of()))
                .contains(" neighbor 10.1.0.7 update-source 10.1.0.2\n")
                .contains("  neighbor nodes next-hop-self\n");
    }

    @Test
    void aLinkNeedsNoNextHopSelf() {
        assertThat(text(List.of(onPort("swp1", OTHER, plain("nodes"))), List.of()))
                .contains(" neighbor swp1 interface remote-as 65002\n neighbor swp1 peer-group nodes\n")
                .doesNotContain("next-hop-self");
    }

    @Test
    void aGroupOfBothKindsBecomesTwo() {
        PeerGroup mixed = plain("mixed");
        assertThat(text(List.of(onPort("swp1", OWN, mixed), onPort("swp2", OTHER, mixed)), List.of()))
                .contains(" neighbor mixed peer-group\n neighbor mixed remote-as internal\n")
                .contains(" neighbor mixed-2 peer-group\n");
    }

    @Test
    void onlyInternalPeersAreClients() {
        PeerGroup clients = group("clients", Policy.ACCEPT_ALL, true, NextHopMode.SELF, 0);
        assertThat(text(List.of(onPort("swp1", OWN, clients)), List.of()))
                .contains(" bgp route-reflector allow-outbound-policy\n")
                .contains("  neighbor clients route-reflector-client\n  neighbor clients next-hop-self force\n");
        assertThat(text(List.of(onPort("swp1", OTHER, clients)), List.of()))
                .doesNotContain("reflector")
                .contains("  neighbor clients next-hop-self\n");
    }

    @Test
    void internalPeersMaySendTheOwnAsWhereSomeoneLetsItIn() {
        PeerGroup lenient = group("lenient", Policy.ACCEPT_ALL, false, NextHopMode.STANDARD, 1);
        assertThat(text(List.of(onPort("swp1", OTHER, lenient), onPort("swp2", OWN, plain("rack"))), List.of()))
                .contains("  neighbor lenient allowas-in 1\n")
                .contains("  neighbor rack allowas-in 10\n");
        assertThat(text(List.of(onPort("swp2", OWN, plain("rack"))), List.of())).doesNotContain("allowas-in");
    }

    @Test
    void ownRoutesAreMarkedOnlyWhereAPolicyAsks() {
        List<Origination> network = List.of(new Origination.Network(Prefix.parse("10.0.0.1/32")));
        assertThat(text(List.of(onPort("swp1", OTHER, plain("all"))), network)).contains("  network 10.0.0.1/32\n");
        PeerGroup asking = group("asking", OWN_ROUTES, false, NextHopMode.STANDARD, 0);
        assertThat(text(List.of(onPort("swp1", OTHER, asking)), network))
                .contains("  network 10.0.0.1/32 route-map own\n")
                .contains("route-map own permit 10\n set tag 1\n")
                .contains(" match tag 1\n");
    }

    @Test
    void aGroupWhosePolicyRejectsTheOwnDefaultGetsNeitherItNorAReceivedOne() {
        List<Origination> both = List.of(new Origination.DefaultRoute(IpFamily.IPV4));
        String text = text(
                List.of(
                        onPort("swp1", OTHER, plain("leafs")),
                        onPort("swp2", OTHER, group("borders", NO_DEFAULT, false, NextHopMode.STANDARD, 0))),
                both);
        assertThat(text)
                .contains("  neighbor leafs default-originate\n")
                .doesNotContain("neighbor borders default-originate")
                .contains("  neighbor borders route-map no-default-out-ipv4-without-default out\n");
    }

    @Test
    void aPolicyThatChangesTheOwnDefaultIsAMapOfItsOwnForIt() {
        Policy longer = new Policy(
                PolicyName.of("longer"),
                List.of(new PolicyTerm("all", List.of(), List.of(new Action.PrependOwnAs(2)), true)),
                false);
        String text = text(
                List.of(onPort("swp1", OTHER, group("leafs", longer, false, NextHopMode.STANDARD, 0))),
                List.of(new Origination.DefaultRoute(IpFamily.IPV4)));

        assertThat(text)
                .contains("  neighbor leafs default-originate route-map longer-own-default-ipv4\n")
                .contains(
                        "route-map longer-own-default-ipv4 permit 10\n description own default route\n set as-path prepend ");
    }

    @Test
    void aStaticRouteGoesToTheFarEndOrTheLoopbackBehindTheLink() {
        String text = text(
                List.of(),
                List.of(new Origination.Static()),
                by("10.5.0.1/32", "n1"),
                by("10.6.0.0/26", "n1"),
                by("10.7.0.0/26", "n2"),
                new StaticRoute(
                        Prefix.parse("10.8.0.0/26"),
                        Optional.of(DeviceName.of("n3")),
                        Optional.of(IpAddress.parse("10.1.0.9"))),
                new StaticRoute(Prefix.parse("10.0.0.0/8"), Optional.empty(), Optional.empty()));
        assertThat(text)
                .contains("ip route 10.5.0.1/32 swp1\n")
                .contains("ip route 10.6.0.0/26 10.5.0.1 swp1 onlink\n")
                .contains("ip route 10.7.0.0/26 10.9.0.1 swp2\n")
                .contains("ip route 10.8.0.0/26 10.1.0.9 vlan10\n")
                .contains("ip route 10.0.0.0/8 blackhole\n")
                .contains("redistribute static route-map static-routes-ipv4\n");
        assertThat(text.lines().filter(each -> each.startsWith("ip prefix-list static-routes")))
                .noneMatch(each -> each.contains("10.0.0.0/8"));
    }

    @Test
    void onlySubnetsOfVlansAreConnectedOriginations() {
        assertThat(text(List.of(onPort("swp1", OTHER, plain("all"))), List.of(new Origination.Connected())))
                .contains("ip prefix-list vlan-subnets seq 5 permit 10.1.0.0/24\n")
                .contains("  redistribute connected route-map vlan-subnets-ipv4\n")
                .doesNotContain("10.9.0.0");
    }

    @Test
    void eachDaemonGetsWhatItUnderstands() {
        FrrConfig config = new FrrConfig(
                List.of(
                        new FrrSection(Set.of(FrrDaemon.ZEBRA), List.of("for zebra")),
                        new FrrSection(Set.of(), List.of("for vtysh"))),
                List.of());
        assertThat(config.text()).isEqualTo("for zebra\n!\nfor vtysh\n!\n");
        assertThat(config.text(FrrDaemon.ZEBRA)).isEqualTo("for zebra\n!\n");
        assertThat(config.text(FrrDaemon.BGPD)).isEmpty();
    }

    @Test
    void overAVlanThePeersIpv6AddressIsTheNextHopAndNotItsLinkLocalOne() {
        PeerGroup both = new PeerGroup(
                "nodes",
                Set.of(AddressFamily.IPV6_UNICAST),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                NextHopMode.STANDARD,
                0,
                false);

        String text = text(List.of(at("2001:db8::5", OTHER, both), onPort("swp1", OTHER, both)), List.of());

        assertThat(text)
                .containsSubsequence(
                        "route-map accept-all-in-ipv6-over-vlan permit 65535\n",
                        " set ipv6 next-hop prefer-global\n",
                        "neighbor 2001:db8::5 peer-group nodes\n",
                        "neighbor swp1 interface remote-as 65002\n neighbor swp1 peer-group nodes-2\n",
                        "neighbor nodes route-map accept-all-in-ipv6-over-vlan in\n")
                .doesNotContain("neighbor nodes-2 route-map");
    }

    @Test
    void whatIsDroppedOverAVlanIsNotChangedBefore() {
        PeerGroup filtered = new PeerGroup(
                "nodes",
                Set.of(AddressFamily.IPV6_UNICAST),
                new Policy(
                        PolicyName.of("no-host"),
                        List.of(new PolicyTerm(
                                "host",
                                List.of(new Match.PrefixIn(
                                        List.of(PrefixRange.exactly(Prefix.parse("2001:db8::9/128"))))),
                                List.of(),
                                false)),
                        true),
                Policy.ACCEPT_ALL,
                false,
                NextHopMode.STANDARD,
                0,
                false);

        assertThat(text(List.of(at("2001:db8::5", OTHER, filtered)), List.of()))
                .containsSubsequence(
                        "route-map no-host-in-ipv6-over-vlan deny 10\n description host\n match",
                        "exit\nroute-map no-host-in-ipv6-over-vlan permit 65535\n description otherwise\n set ipv6 next-hop"
                                + " prefer-global\n");
    }
}
