package io.heddle.controller.daemon.tables;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.use.KernelTables.Route;
import io.heddle.controller.southbound.use.OverlayTables;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.FloodEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What EVPN should have made of routes of types 1, 2, 3 and 5 that a switch was told, and did not. A switch without the route's VNI makes nothing of it
 * and is not expected to. A type 1 makes nothing by itself: it is there if its VTEP is among those that the MACs of its Ethernet segment lead to.
 *
 * @param untaken not there, or leading elsewhere
 * @param astray of these, the VTEPs that each leads to
 */
record OverlayRoutes(SortedSet<RouteKey> untaken, SortedMap<RouteKey, Collection<IpAddress>> astray) {

    private static final String BGP = "bgp";

    /**
     * Compares.
     *
     * @param held by the switch
     * @param before what it was expected to hold before it was asked
     * @param after and after that: only what is in both can be lacking
     */
    static OverlayRoutes of(OverlayTables held, OverlayTables before, OverlayTables after, Wanted wanted) {
        OverlayRoutes found = new OverlayRoutes(new TreeSet<>(), new TreeMap<>());
        Map<Esi, List<Announcement.Evpn>> segments = segments(wanted);
        for (Announcement each : wanted.routes().values()) {
            if (each instanceof Announcement.Evpn evpn) {
                List<Announcement.Evpn> behind = behind(evpn.route(), segments);
                if (lacks(evpn, held, before) && lacks(evpn, held, after)) {
                    found.untaken.add(evpn.key());
                    behind.forEach(route -> found.untaken.add(route.key()));
                } else {
                    vteps(evpn.route(), held).ifPresent(vteps -> found.compare(evpn, behind, vteps));
                }
            }
        }
        return found;
    }

    /** Where it leads, against where it and the routes of its segment are to lead. */
    private void compare(Announcement.Evpn route, List<Announcement.Evpn> behind, Collection<IpAddress> vteps) {
        if (!vteps.isEmpty()
                && Stream.concat(Stream.of(route), behind.stream())
                        .map(Announcement::nextHop)
                        .noneMatch(vteps::contains)) {
            untaken.add(route.key());
            astray.put(route.key(), vteps);
        }
        for (Announcement.Evpn each : behind) {
            if (!vteps.contains(each.nextHop())) {
                untaken.add(each.key());
                astray.put(each.key(), vteps);
            }
        }
    }

    private static Map<Esi, List<Announcement.Evpn>> segments(Wanted wanted) {
        Map<Esi, List<Announcement.Evpn>> segments = new HashMap<>();
        for (Announcement each : wanted.routes().values()) {
            if (each instanceof Announcement.Evpn evpn
                    && evpn.route() instanceof EvpnRoute.EthernetAutoDiscovery segment) {
                segments.computeIfAbsent(segment.segment(), _ -> new ArrayList<>())
                        .add(evpn);
            }
        }
        return segments;
    }

    /** The routes of type 1 by which a switch finds the VTEPs of a host: of its segment, and of its VNI there. */
    private static List<Announcement.Evpn> behind(EvpnRoute route, Map<Esi, List<Announcement.Evpn>> segments) {
        return route instanceof EvpnRoute.MacIp host
                ? segments.getOrDefault(host.segment(), List.of()).stream()
                        .filter(each -> each.route() instanceof EvpnRoute.EthernetAutoDiscovery segment
                                && (segment.isPerSegment() || segment.label().equals(host.label())))
                        .toList()
                : List.of();
    }

    private static boolean lacks(Announcement.Evpn told, OverlayTables held, OverlayTables expected) {
        return switch (told.route()) {
            case EvpnRoute.MacIp host ->
                lacks(held.macs().keySet(), expected.macs().keySet(), host.mac())
                        || host.address()
                                .filter(each -> lacks(held.hosts(), expected.hosts(), each))
                                .isPresent();
            case EvpnRoute.IpPrefix subnet ->
                lacks(held.prefixes().keySet(), expected.prefixes().keySet(), subnet.prefix());
            case EvpnRoute.InclusiveMulticast _ ->
                told.attributes()
                        .tunnel()
                        .flatMap(each -> each.label().vni())
                        .map(each -> new FloodEntry(each, told.nextHop()))
                        .filter(each -> lacks(held.flood(), expected.flood(), each))
                        .isPresent();
            // Type 1 is looked for with the hosts behind it; the controller announces no others.
            case EvpnRoute.EthernetAutoDiscovery _, EvpnRoute.EthernetSegment _, EvpnRoute.Unknown _ -> false;
        };
    }

    private static <T> boolean lacks(Set<T> held, Set<T> expected, T each) {
        return expected.contains(each) && !held.contains(each);
    }

    /** The VTEPs that it leads to there; empty if it is the switch's own, or that is not known. */
    private static Optional<Collection<IpAddress>> vteps(EvpnRoute route, OverlayTables held) {
        return switch (route) {
            case EvpnRoute.MacIp host -> {
                SortedSet<IpAddress> own = held.macs().getOrDefault(host.mac(), new TreeSet<>());
                yield own.contains(OverlayTables.ON_SEGMENT)
                        ? Optional.of(held.segments().getOrDefault(host.segment(), new TreeSet<>()))
                        : Optional.<Collection<IpAddress>>of(own).filter(each -> !each.isEmpty());
            }
            case EvpnRoute.IpPrefix subnet ->
                Optional.ofNullable(held.prefixes().get(subnet.prefix()))
                        .filter(each -> each.protocol().equals(BGP))
                        .map(Route::gateways);
            case EvpnRoute.InclusiveMulticast _,
                    EvpnRoute.EthernetAutoDiscovery _,
                    EvpnRoute.EthernetSegment _,
                    EvpnRoute.Unknown _ -> Optional.empty();
        };
    }
}
