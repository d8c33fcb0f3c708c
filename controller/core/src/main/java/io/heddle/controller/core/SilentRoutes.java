package io.heddle.controller.core;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.controller.core.layout.SilentVtep;
import io.heddle.controller.core.layout.SilentVtep.Routed;
import io.heddle.controller.core.layout.SilentVtep.Segment;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * EVPN routes in place of VTEPs that cannot originate them: type 3 for each segment (RFC 7432 section 7.3), type 2 for each pod (section
 * 7.2; both labels under symmetric IRB, RFC 9135 section 5.1), type 5 for each subnet (RFC 9136 section 3). Every switch that takes EVPN from
 * the controller is told each of them, and to keep it to itself, so that none comes by two ways.
 */
final class SilentRoutes {

    private SilentRoutes() {}

    /** The silent VTEP that a node hangs on; of several the first, since a MAC must have one origin. */
    static Optional<SilentVtep> of(Layout layout, NodePlace place) {
        for (Uplink each : place.uplinks()) {
            Optional<SilentVtep> found = layout.switches().get(each.leaf()).flatMap(SwitchPlace::silent);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
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

    static void ofPod(Layout layout, NodePlace place, Pod pod, Origins.Sink sink) {
        for (SilentVtep vtep : of(layout, place).stream().toList()) {
            for (Segment segment : vtep.segments()) {
                if (segment.network().equals(pod.network())) {
                    pod.addresses().forEach(each -> host(layout, vtep, segment, pod, each, sink));
                }
            }
        }
    }

    private static void host(
            Layout layout, SilentVtep vtep, Segment segment, Pod pod, IpAddress address, Origins.Sink sink) {
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
                        EvpnRoute.NO_ESI,
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
