package io.heddle.controller.core;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.controller.core.layout.SilentVtep;
import io.heddle.controller.core.layout.SilentVtep.Routed;
import io.heddle.controller.core.layout.SilentVtep.Segment;
import io.heddle.controller.core.layout.SilentVtep.SegmentPort;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.Community;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * EVPN routes in place of VTEPs that cannot originate them: type 3 for each VNI (RFC 7432 section 7.3), type 1 for each Ethernet segment that a
 * living node hangs on, and for each VNI there (sections 8.2.1 and 8.4.1), type 2 for each pod (section 7.2; both labels under symmetric IRB, RFC
 * 9135 section 5.1), type 5 for each subnet (RFC 9136 section 3). Every switch that takes EVPN from the controller is told each of them, and to
 * keep it to itself, so that none comes by two ways.
 */
final class SilentRoutes {

    private SilentRoutes() {}

    /** The silent VTEPs that a node hangs on. */
    static List<SilentVtep> of(Layout layout, NodePlace place) {
        List<SilentVtep> found = new ArrayList<>();
        for (Uplink each : place.uplinks()) {
            layout.switches().get(each.leaf()).flatMap(SwitchPlace::silent).ifPresent(found::add);
        }
        return found;
    }

    static void ofVteps(Layout layout, Origins.Sink sink) {
        for (SwitchPlace each : layout.switches().values()) {
            for (SilentVtep vtep : each.silent().stream().toList()) {
                vtep.segments().forEach(segment -> ofSegment(layout, vtep, segment, sink));
            }
        }
    }

    private static void ofSegment(Layout layout, SilentVtep vtep, Segment segment, Origins.Sink sink) {
        Label label = Label.of(segment.vni());
        tell(
                layout,
                vtep,
                new EvpnRoute.InclusiveMulticast(segment.distinguisher(), EthernetTag.NONE, vtep.address()),
                EvpnAttributes.vxlan(vtep.address(), segment.targets())
                        .withTunnel(PmsiTunnel.ingressReplication(label, vtep.address())),
                sink);
        for (Routed routed : segment.routed().stream().toList()) {
            for (Prefix subnet : routed.subnets()) {
                tell(
                        layout,
                        vtep,
                        new EvpnRoute.IpPrefix(
                                routed.distinguisher(),
                                EvpnRoute.NO_ESI,
                                EthernetTag.NONE,
                                subnet,
                                Optional.empty(),
                                Label.of(routed.l3vni())),
                        EvpnAttributes.vxlan(
                                vtep.address(), routed.targets(), new EvpnCommunity.RouterMac(routed.routerMac())),
                        sink);
            }
        }
    }

    /** Type 1 of the Ethernet segments that a node hangs on, while it lives: withdrawn, all its pods are gone at once (RFC 7432 section 8.2). */
    static void ofNode(Layout layout, NodePlace place, Origins.Sink sink) {
        for (SilentVtep vtep : of(layout, place)) {
            for (SegmentPort port : vtep.ports()) {
                if (port.node().equals(place.name())) {
                    ofPort(layout, vtep, port, sink);
                }
            }
        }
    }

    private static void ofPort(Layout layout, SilentVtep vtep, SegmentPort port, Origins.Sink sink) {
        List<RouteTarget> targets = new ArrayList<>();
        for (Segment each : vtep.segments()) {
            if (port.vnis().contains(each.vni())) {
                targets.addAll(each.targets());
                tell(
                        layout,
                        vtep,
                        new EvpnRoute.EthernetAutoDiscovery(
                                each.distinguisher(), port.segment(), EthernetTag.NONE, Label.of(each.vni())),
                        EvpnAttributes.vxlan(vtep.address(), each.targets()),
                        sink);
            }
        }
        tell(
                layout,
                vtep,
                new EvpnRoute.EthernetAutoDiscovery(port.distinguisher(), port.segment(), EthernetTag.MAX, Label.ZERO),
                EvpnAttributes.vxlan(vtep.address(), targets, new EvpnCommunity.EsiLabel(false, Label.ZERO)),
                sink);
    }

    /** At every VTEP of its Ethernet segment; without one at the first alone, since a MAC must have one origin. */
    static void ofPod(Layout layout, NodePlace place, Pod pod, Origins.Sink sink) {
        List<SilentVtep> vteps = of(layout, place);
        for (SilentVtep vtep : vteps) {
            for (Segment segment : vtep.segments()) {
                Optional<Esi> esi = esi(vtep, place, segment);
                if (segment.network().equals(pod.network())
                        && (vtep.equals(vteps.getFirst())
                                || esi.isPresent() && esi.equals(esi(vteps.getFirst(), place, segment)))) {
                    pod.addresses()
                            .forEach(
                                    each -> host(layout, vtep, segment, esi.orElse(EvpnRoute.NO_ESI), pod, each, sink));
                }
            }
        }
    }

    private static Optional<Esi> esi(SilentVtep vtep, NodePlace place, Segment segment) {
        return vtep.port(place.name(), segment.vni()).map(SegmentPort::segment);
    }

    private static void host(
            Layout layout, SilentVtep vtep, Segment segment, Esi esi, Pod pod, IpAddress address, Origins.Sink sink) {
        List<RouteTarget> targets = new ArrayList<>(segment.targets());
        segment.routed().ifPresent(routed -> targets.addAll(routed.targets()));
        EvpnAttributes attributes = segment.routed()
                .map(routed ->
                        EvpnAttributes.vxlan(vtep.address(), targets, new EvpnCommunity.RouterMac(routed.routerMac())))
                .orElseGet(() -> EvpnAttributes.vxlan(vtep.address(), targets));
        tell(
                layout,
                vtep,
                new EvpnRoute.MacIp(
                        segment.distinguisher(),
                        esi,
                        EthernetTag.NONE,
                        pod.endpoint().mac(),
                        Optional.of(address),
                        Label.of(segment.vni()),
                        segment.routed().map(routed -> Label.of(routed.l3vni()))),
                attributes,
                sink);
    }

    private static void tell(
            Layout layout, SilentVtep vtep, EvpnRoute route, EvpnAttributes attributes, Origins.Sink sink) {
        Announcement.Evpn announcement = new Announcement.Evpn(route, attributes, List.of(Community.NO_ADVERTISE));
        for (SwitchPlace each : layout.switches().values()) {
            boolean itself = each.silent()
                    .filter(own -> own.address().equals(vtep.address()))
                    .isPresent();
            if (each.told() && each.evpn() && !itself) {
                sink.add(each.name(), announcement);
            }
        }
    }
}
