package io.heddle.controller.daemon.tables;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.use.KernelTables;
import io.heddle.controller.southbound.use.KernelTables.Route;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pods' routes that are not at a switch as they should be.
 *
 * @param untaken told to the switch, and not there; to be mended
 * @param astray of what is untaken, what EVPN made of it by way of other VTEPs than it was told
 * @param unreachable told to the switch, and not there because it has no route to the next hop
 * @param otherwise told to the switch, and there from somebody else or by another way
 * @param missing not told to it but learned in the fabric, and not there
 * @param left there by BGP, and nobody's
 */
record PodRoutes(
        SortedSet<RouteKey> untaken,
        SortedMap<RouteKey, Collection<IpAddress>> astray,
        SortedMap<Prefix, IpAddress> unreachable,
        SortedMap<Prefix, Route> otherwise,
        SortedSet<Prefix> missing,
        SortedMap<Prefix, Route> left) {

    private static final String BGP = "bgp";

    /**
     * Compares.
     *
     * @param held by the switch
     * @param before what it was expected to hold before it was asked
     * @param after and after that: only what is in both can be missing, only what is in neither can be left
     * @param wanted what the switch itself is told
     * @param pools of pods' addresses
     */
    static PodRoutes of(
            KernelTables held, KernelTables before, KernelTables after, Wanted wanted, Collection<Prefix> pools) {
        PodRoutes found = new PodRoutes(
                new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        SortedSet<Prefix> told = new TreeSet<>();
        for (Announcement each : wanted.routes().values()) {
            switch (each) {
                case Announcement.Unicast unicast -> {
                    told.add(unicast.prefix());
                    found.compare(unicast, held);
                }
                // A switch whose tenant is the default VRF has them here.
                case Announcement.Evpn evpn -> prefix(evpn.route()).ifPresent(prefix -> told.add(prefix));
            }
        }
        for (Prefix each : after.routes().keySet()) {
            if (before.routes().containsKey(each)
                    && !held.routes().containsKey(each)
                    && !told.contains(each)
                    && isIn(pools, each)) {
                found.missing.add(each);
            }
        }
        for (Map.Entry<Prefix, Route> each : held.routes().entrySet()) {
            Prefix prefix = each.getKey();
            if (each.getValue().protocol().equals(BGP)
                    && !before.routes().containsKey(prefix)
                    && !after.routes().containsKey(prefix)
                    && !told.contains(prefix)
                    && isIn(pools, prefix)) {
                found.left.put(prefix, each.getValue());
            }
        }
        return found;
    }

    private static Optional<Prefix> prefix(EvpnRoute route) {
        return switch (route) {
            case EvpnRoute.MacIp host -> host.address().map(Prefix::host);
            case EvpnRoute.IpPrefix subnet -> Optional.of(subnet.prefix());
            case EvpnRoute.EthernetAutoDiscovery _,
                    EvpnRoute.InclusiveMulticast _,
                    EvpnRoute.EthernetSegment _,
                    EvpnRoute.Unknown _ -> Optional.empty();
        };
    }

    /** Adds what EVPN should have made of routes that the switch was told. */
    void add(OverlayRoutes overlay) {
        untaken.addAll(overlay.untaken());
        astray.putAll(overlay.astray());
    }

    private void compare(Announcement.Unicast wanted, KernelTables held) {
        Route route = held.routes().get(wanted.prefix());
        Optional<Route> way = way(wanted.nextHop(), held);
        if (route == null && way.isPresent()) {
            untaken.add(wanted.key());
        } else if (route == null) {
            unreachable.put(wanted.prefix(), wanted.nextHop());
        } else if (!route.protocol().equals(BGP)
                || way.filter(each -> each.gateways().isEmpty()).isPresent()
                        && !route.gateways().contains(wanted.nextHop())) {
            otherwise.put(wanted.prefix(), route);
        }
    }

    /** The route that a next hop is resolved by; the default route resolves none. */
    private static Optional<Route> way(IpAddress address, KernelTables held) {
        for (int length = address.family().bits(); length > 0; length--) {
            Route found = held.routes().get(Prefix.covering(address, length));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(Collection<Prefix> pools, Prefix prefix) {
        return pools.stream().anyMatch(each -> each.contains(prefix));
    }
}
