package io.heddle.test.interop;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.evpn.calc.Input;
import io.heddle.evpn.community.DerivedTargets;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.rib.ReceivedRoutes;
import io.heddle.evpn.rib.SentRoutes;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** EVPN at our end: one route of every type to send, and what was heard. */
final class EvpnRoutesOfOurs {

    /** Another VTEP of ours than the speaker's address: the next hop must stay as it is. */
    static final IpAddress VTEP = IpAddress.parse("10.8.0.3");

    static final RouteDistinguisher RD = RouteDistinguisher.parse("10.8.0.3:100");
    static final Esi SEGMENT = Esi.ofSystemMac(Mac.parse("44:38:39:ff:00:01"), 1);
    static final Mac MAC = Mac.parse("02:00:00:00:0e:60");
    static final Mac ROUTED_MAC = Mac.parse("02:00:00:00:0e:61");
    static final IpAddress ADDRESS = IpAddress.parse("192.168.100.79");
    static final Prefix PREFIX = Prefix.parse("10.50.4.0/24");
    static final Mac ROUTER_MAC = Mac.parse("02:00:00:00:50:03");

    private static final Label VNI = Label.of(new Vni(100));
    private static final Label L3VNI = Label.of(new Vni(5000));
    private static final RouteTarget TARGET = new RouteTarget(65001, 100);
    private static final RouteTarget ROUTED_TARGET = new RouteTarget(65001, 5000);
    private static final EvpnCommunity.RouterMac ROUTER = new EvpnCommunity.RouterMac(ROUTER_MAC);

    private final Ours ours;
    private final List<Input> heard = new CopyOnWriteArrayList<>();

    EvpnRoutesOfOurs(Ours ours) {
        this.ours = ours;
        ours.server
                .tell((speaker, now) -> speaker.listen(
                        AddressFamilyId.L2VPN_EVPN, changes -> heard.addAll(ReceivedRoutes.inputs(changes)), now))
                .join();
    }

    /** A host of our VTEP, moved so often. */
    static Announcement host(Mac mac, long sequence) {
        return announcement(
                new EvpnRoute.MacIp(
                        RD, EvpnRoute.NO_ESI, EthernetTag.NONE, mac, Optional.empty(), VNI, Optional.empty()),
                new EvpnCommunity.MacMobility(sequence, false));
    }

    static List<Announcement> everyType() {
        return List.of(
                announcement(
                        new EvpnRoute.EthernetAutoDiscovery(RD, SEGMENT, EthernetTag.MAX, Label.ZERO),
                        new EvpnCommunity.EsiLabel(false, Label.ZERO)),
                announcement(new EvpnRoute.EthernetAutoDiscovery(RD, SEGMENT, EthernetTag.NONE, VNI)),
                announcement(
                        new EvpnRoute.MacIp(
                                RD, EvpnRoute.NO_ESI, EthernetTag.NONE, MAC, Optional.empty(), VNI, Optional.empty()),
                        new EvpnCommunity.MacMobility(3, false)),
                new Announcement(
                        new EvpnRoute.MacIp(
                                RD,
                                EvpnRoute.NO_ESI,
                                EthernetTag.NONE,
                                ROUTED_MAC,
                                Optional.of(ADDRESS),
                                VNI,
                                Optional.of(L3VNI)),
                        EvpnAttributes.vxlan(VTEP, List.of(TARGET, ROUTED_TARGET), ROUTER)),
                new Announcement(
                        new EvpnRoute.InclusiveMulticast(RD, EthernetTag.NONE, VTEP),
                        EvpnAttributes.vxlan(VTEP, List.of(TARGET))
                                .withTunnel(PmsiTunnel.ingressReplication(VNI, VTEP))),
                announcement(
                        new EvpnRoute.EthernetSegment(RD, SEGMENT, VTEP),
                        DerivedTargets.esImport(SEGMENT).orElseThrow()),
                new Announcement(
                        new EvpnRoute.IpPrefix(
                                RouteDistinguisher.parse("10.8.0.3:4096"),
                                EvpnRoute.NO_ESI,
                                EthernetTag.NONE,
                                PREFIX,
                                Optional.empty(),
                                L3VNI),
                        EvpnAttributes.vxlan(VTEP, List.of(ROUTED_TARGET), ROUTER)));
    }

    private static Announcement announcement(EvpnRoute route, EvpnCommunity... communities) {
        return new Announcement(route, EvpnAttributes.vxlan(VTEP, List.of(TARGET), communities));
    }

    void send(List<Announcement> routes) {
        ours.server
                .tell((speaker, now) -> SentRoutes.originate(speaker, routes, now))
                .join();
    }

    void withdraw(List<Announcement> routes) {
        ours.server
                .tell((speaker, now) -> SentRoutes.withdraw(
                        speaker, routes.stream().map(Announcement::route).toList(), now))
                .join();
    }

    /** Routes heard of from others, of one kind, the last first. */
    <R extends EvpnRoute> List<Input.RouteThere> heard(Class<R> kind) {
        return heard.reversed().stream()
                .filter(Input.RouteThere.class::isInstance)
                .map(Input.RouteThere.class::cast)
                .filter(each -> kind.isInstance(each.route()))
                .filter(each ->
                        !everyType().stream().map(Announcement::route).toList().contains(each.route()))
                .toList();
    }

    boolean isGone(EvpnRoute route) {
        Octets key = SentRoutes.keyed(route).key();
        Input last = null;
        for (Input each : heard) {
            boolean same =
                    switch (each) {
                        case Input.RouteThere there ->
                            SentRoutes.keyed(there.route()).key().equals(key);
                        case Input.RouteGone gone ->
                            SentRoutes.keyed(gone.route()).key().equals(key);
                        case Input.SwitchThere _,
                                Input.SwitchGone _,
                                Input.HostThere _,
                                Input.HostGone _,
                                Input.Reachable _,
                                Input.Now _,
                                Input.DuplicateSettled _ -> false;
                    };
            last = same ? each : last;
        }
        return last instanceof Input.RouteGone;
    }
}
