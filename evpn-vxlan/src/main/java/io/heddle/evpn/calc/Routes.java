package io.heddle.evpn.calc;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the RIB by key, and their way into the VRFs that import them. What cannot be used anywhere is not kept: a route without
 * next hop or for another encapsulation than VXLAN, a type 3 without ingress replication, a type 5 without Router's MAC (RFC 9136 section 4.4.1)
 * or resolved by an overlay index. Type 4 changes no table here. Single-threaded.
 */
final class Routes {

    private record MulticastKey(RouteDistinguisher distinguisher, long tag, IpAddress originator) {}

    private record PrefixKey(RouteDistinguisher distinguisher, long tag, Prefix prefix) {}

    private final Vteps vteps;
    private final Targets targets;
    private final Segments segments;
    private final Pending pending;
    private final LocalHosts locals;
    private final LongTable<Path.Host[]> hosts = new LongTable<>();
    private final Map<MulticastKey, Path.Flood> floods = new LinkedHashMap<>();
    private final Map<PrefixKey, Path.Subnet> subnets = new LinkedHashMap<>();

    Routes(Vteps vteps, Targets targets, Segments segments, Pending pending, LocalHosts locals) {
        this.vteps = vteps;
        this.targets = targets;
        this.segments = segments;
        this.pending = pending;
        this.locals = locals;
    }

    /** The route is there with these attributes, or with null, gone. */
    void set(EvpnRoute route, @Nullable EvpnAttributes given) {
        EvpnAttributes attributes = given != null && isUsable(given) ? given : null;
        switch (route) {
            case EvpnRoute.MacIp each -> setHost(each, attributes);
            case EvpnRoute.InclusiveMulticast each -> setFlood(each, attributes);
            case EvpnRoute.IpPrefix each -> setSubnet(each, attributes);
            case EvpnRoute.EthernetAutoDiscovery each -> {
                touch(segments.of(each.segment()));
                segments.set(each, attributes);
            }
            case EvpnRoute.EthernetSegment each -> segments.set(each, attributes);
            case EvpnRoute.Unknown _ -> {}
        }
    }

    private static boolean isUsable(EvpnAttributes attributes) {
        return attributes.nextHop().isPresent() && attributes.isVxlan();
    }

    private void setHost(EvpnRoute.MacIp route, @Nullable EvpnAttributes attributes) {
        Path.Host old = Hosts.find(
                hosts.get(route.mac().bits()),
                route.distinguisher().bits(),
                route.tag().value(),
                route.address().orElse(null));
        if (old != null) {
            touch(old);
            HostIndex.remove(hosts, old);
            HostIndex.remove(old.vtep().hosts, old);
            if (old.segment().exists) {
                HostIndex.remove(old.segment().hosts, old);
            }
            old.targets().macVrfs.forEach(each -> each.remove(old));
            forEachIpVrf(old, IpVrf::remove);
        }
        if (attributes != null) {
            Path.Host fresh = host(route, attributes);
            touch(fresh);
            HostIndex.add(hosts, fresh);
            HostIndex.add(fresh.vtep().hosts, fresh);
            if (fresh.segment().exists) {
                HostIndex.add(fresh.segment().hosts, fresh);
            }
            fresh.targets().macVrfs.forEach(each -> each.add(fresh));
            forEachIpVrf(fresh, IpVrf::add);
        }
    }

    private static void forEachIpVrf(Path.Host path, IpVrfStep step) {
        IpAddress address = path.address();
        if (address != null && path.l3vni() != 0) {
            for (IpVrf each : path.targets().ipVrfs) {
                if (each.hasL3vni(path.l3vni())) {
                    step.apply(each, path, address);
                }
            }
        }
    }

    private interface IpVrfStep {
        void apply(IpVrf vrf, Path.Host path, IpAddress address);
    }

    private Path.Host host(EvpnRoute.MacIp route, EvpnAttributes attributes) {
        return new Path.Host(
                route.distinguisher().bits(),
                route.tag().value(),
                route.mac().bits(),
                route.address().orElse(null),
                vteps.of(attributes.nextHop().orElseThrow()),
                targets.of(attributes.targets()),
                segments.of(route.segment()),
                Rank.of(attributes.mobility()),
                // A label as VXLAN reads it is the VNI, 0 for none.
                route.label().bits(),
                route.routedLabel().orElse(Label.ZERO).bits());
    }

    /** All keys that depend on a path. Where its MAC is local too, whether it is may change with it, and with that everything of the MAC. */
    void touch(Path.Host path) {
        boolean contested = false;
        for (MacVrf each : path.targets().macVrfs) {
            pending.touch(each, path.mac());
            contested |= touchLocals(each, path.mac());
        }
        touchAddress(path);
        if (contested) {
            touchMac(path.mac());
        }
    }

    private void touchAddress(Path.Host path) {
        IpAddress address = path.address();
        if (address != null) {
            path.targets().macVrfs.forEach(each -> pending.touch(each, address));
            if (path.l3vni() != 0) {
                for (IpVrf each : path.targets().ipVrfs) {
                    if (each.hasL3vni(path.l3vni())) {
                        pending.touchHost(each, address);
                    }
                }
            }
        }
    }

    /** The addresses under which a MAC is local; returns whether it is at all. */
    private boolean touchLocals(MacVrf vrf, long mac) {
        List<LocalHost> found = locals.ofMac(vrf.key.vlan().value(), mac);
        for (LocalHost local : found) {
            local.addresses().forEach(address -> pending.touch(vrf, address));
        }
        return !found.isEmpty();
    }

    /** All keys of the addresses that routes give a MAC. */
    void touchMac(long mac) {
        for (Path.Host each : Hosts.orNone(hosts.get(mac))) {
            touchAddress(each);
        }
    }

    private void setFlood(EvpnRoute.InclusiveMulticast route, @Nullable EvpnAttributes attributes) {
        MulticastKey key = new MulticastKey(route.distinguisher(), route.tag().value(), route.originator());
        Path.Flood old = floods.remove(key);
        if (old != null) {
            touch(old);
            old.vtep().floods.remove(old);
            old.targets()
                    .macVrfs
                    .forEach(each -> each.flood.computeIfPresent(old.vtep(), (_, n) -> n == 1 ? null : n - 1));
        }
        if (attributes != null
                && attributes.tunnel().filter(each -> each.vtep().isPresent()).isPresent()) {
            Path.Flood fresh =
                    new Path.Flood(vteps.of(attributes.nextHop().orElseThrow()), targets.of(attributes.targets()));
            touch(fresh);
            floods.put(key, fresh);
            fresh.vtep().floods.add(fresh);
            fresh.targets().macVrfs.forEach(each -> each.flood.merge(fresh.vtep(), 1, Integer::sum));
        }
    }

    private void touch(Path.Flood path) {
        path.targets().macVrfs.forEach(each -> pending.touch(each, path.vtep()));
    }

    private void setSubnet(EvpnRoute.IpPrefix route, @Nullable EvpnAttributes attributes) {
        PrefixKey key = new PrefixKey(route.distinguisher(), route.tag().value(), route.prefix());
        Path.Subnet old = subnets.remove(key);
        if (old != null) {
            touch(old);
            old.vtep().subnets.remove(old);
            old.targets().ipVrfs.forEach(each -> each.remove(old));
        }
        boolean interfaceLess = route.gateway().isEmpty()
                && route.segment().equals(EvpnRoute.NO_ESI)
                && route.label().vni().isPresent();
        if (attributes != null && interfaceLess && attributes.routerMac().isPresent()) {
            Path.Subnet fresh = new Path.Subnet(
                    route.distinguisher(),
                    route.prefix(),
                    vteps.of(attributes.nextHop().orElseThrow()),
                    targets.of(attributes.targets()));
            touch(fresh);
            subnets.put(key, fresh);
            fresh.vtep().subnets.add(fresh);
            fresh.targets().ipVrfs.forEach(each -> each.add(fresh));
        }
    }

    private void touch(Path.Subnet path) {
        path.targets().ipVrfs.forEach(each -> pending.touch(each, path.prefix()));
    }

    /** All keys of paths with a segment, before what is said of it changes. */
    private void touch(Segment segment) {
        touchAll(segment.hosts);
    }

    private void touchAll(LongTable<Path.Host[]> paths) {
        for (long mac : paths.sortedKeys()) {
            for (Path.Host each : Hosts.orNone(paths.get(mac))) {
                touch(each);
            }
        }
    }

    /** All keys of paths through a VTEP, or of segments that name it, before its switches change. */
    void touch(Vtep vtep) {
        touchAll(vtep.hosts);
        vtep.segments.forEach(this::touch);
        vtep.floods.forEach(this::touch);
        vtep.subnets.forEach(this::touch);
    }

    /** Lets a VRF that no switch had before import what is there. */
    void fill(MacVrf vrf) {
        for (long mac : hosts.sortedKeys()) {
            for (Path.Host each : Hosts.orNone(hosts.get(mac))) {
                if (each.targets().macVrfs.contains(vrf)) {
                    vrf.add(each);
                }
            }
        }
        for (Path.Flood each : floods.values()) {
            if (each.targets().macVrfs.contains(vrf)) {
                vrf.flood.merge(each.vtep(), 1, Integer::sum);
            }
        }
    }

    /** As the other, for IP-VRFs. */
    void fill(IpVrf vrf) {
        for (long mac : hosts.sortedKeys()) {
            for (Path.Host each : Hosts.orNone(hosts.get(mac))) {
                forEachIpVrf(each, (at, path, address) -> {
                    if (at == vrf) {
                        vrf.add(path, address);
                    }
                });
            }
        }
        for (Path.Subnet each : subnets.values()) {
            if (each.targets().ipVrfs.contains(vrf)) {
                vrf.add(each);
            }
        }
    }
}
