package io.heddle.test.reference;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a VTEP makes of the EVPN routes it can use (rule 6.4). */
final class EvpnTables {

    private final SwitchConfig device;
    private final List<EvpnRoute> usable;
    private final Hosts hosts;

    EvpnTables(SwitchConfig device, List<EvpnRoute> usable, Hosts hosts) {
        this.device = device;
        this.usable = usable;
        this.hosts = hosts;
    }

    List<FdbEntry> macs() {
        List<FdbEntry> entries = new ArrayList<>();
        for (VlanConfig vlan : device.vlans()) {
            grouped(remoteHosts(vlan), EvpnRoute.MacIp::mac)
                    .forEach((mac, routes) -> entries.add(
                            new FdbEntry(vlan.vlan(), mac, new FdbEntry.Target.Vteps(List.copyOf(chosen(routes))))));
        }
        return entries;
    }

    /** Both leafs of a pair announce their shared address; it is one entry. */
    SortedSet<FloodEntry> floodList() {
        SortedSet<FloodEntry> entries = new TreeSet<>();
        for (VlanConfig vlan : device.vlans()) {
            imported(vlan, EvpnRoute.Multicast.class)
                    .forEach(route -> entries.add(new FloodEntry(vlan.vni().orElseThrow(), route.nextHop())));
        }
        return entries;
    }

    List<NeighborEntry> neighbors() {
        List<NeighborEntry> entries = new ArrayList<>();
        for (VlanConfig vlan : device.vlans()) {
            List<EvpnRoute.MacIp> covered = remoteHosts(vlan).stream()
                    .filter(route -> route.address()
                            .filter(address -> vlan.svi()
                                    .filter(svi -> svi.covers(address))
                                    .isPresent())
                            .isPresent())
                    .toList();
            grouped(covered, route -> route.address().orElseThrow()).forEach((address, routes) -> {
                Mac mac = routes.getFirst().mac();
                IpAddress vtep = nextHops(routes).getFirst();
                entries.add(new NeighborEntry(vlan.vlan(), address, mac, Optional.of(vtep)));
            });
        }
        return entries;
    }

    /** Host and subnet routes of a tenant; what is connected there is not asked. */
    List<RouteEntry> routes(VrfConfig vrf) {
        if (vrf.l3vni().isEmpty()) {
            return List.of();
        }
        Vni l3vni = vrf.l3vni().get();
        Map<Prefix, RouteEntry> entries = new TreeMap<>();
        grouped(imported(vrf, l3vni, EvpnRoute.Subnet.class), EvpnRoute.Subnet::prefix)
                .forEach((prefix, routes) -> entries.put(prefix, entry(vrf, prefix, l3vni, nextHops(routes))));
        List<EvpnRoute.MacIp> hostRoutes = imported(vrf, l3vni, EvpnRoute.MacIp.class).stream()
                .filter(route -> route.l3vni().filter(l3vni::equals).isPresent())
                .filter(route -> !isOfLocalHost(route))
                .toList();
        // A host route of type 2 takes the place of a type 5 to the same prefix.
        grouped(hostRoutes, route -> Prefix.host(route.address().orElseThrow()))
                .forEach((prefix, routes) -> entries.put(prefix, entry(vrf, prefix, l3vni, chosen(routes))));
        return List.copyOf(entries.values());
    }

    /** That a route is to a local host is known where its VLAN has its VNI alone. */
    private boolean isOfLocalHost(EvpnRoute.MacIp route) {
        return device.vlans().stream()
                        .anyMatch(each ->
                                each.vlan().equals(route.vlan()) && each.vni().isPresent())
                && hosts.isLocal(route.mac(), device.name(), route.vlan());
    }

    /** The VTEPs of imported type 5 routes, whether or not they win their prefix. */
    SortedSet<IpAddress> subnetVteps() {
        SortedSet<IpAddress> vteps = new TreeSet<>();
        for (VrfConfig vrf : EvpnOriginations.tenants(device)) {
            vrf.l3vni().ifPresent(l3vni -> vteps.addAll(nextHops(imported(vrf, l3vni, EvpnRoute.Subnet.class))));
        }
        return vteps;
    }

    private static RouteEntry entry(VrfConfig vrf, Prefix prefix, Vni l3vni, SortedSet<IpAddress> vteps) {
        List<NextHop> nextHops = vteps.stream()
                .map(vtep -> (NextHop) new NextHop.ViaVtep(l3vni, vtep))
                .toList();
        return new RouteEntry(vrf.name(), prefix, RouteSource.EVPN, nextHops);
    }

    /** Imported type 2 routes of hosts that are not local. */
    private List<EvpnRoute.MacIp> remoteHosts(VlanConfig vlan) {
        Set<Mac> local = hosts.localTo(device.name(), vlan.vlan()).stream()
                .map(Host::mac)
                .collect(Collectors.toSet());
        return imported(vlan, EvpnRoute.MacIp.class).stream()
                .filter(route -> !local.contains(route.mac()))
                .toList();
    }

    private <R extends EvpnRoute> List<R> imported(VlanConfig vlan, Class<R> type) {
        return vlan.vni().isEmpty()
                ? List.of()
                : usable.stream()
                        .filter(route ->
                                Targets.imports(vlan.targets(), vlan.vni().get(), route))
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList();
    }

    private <R extends EvpnRoute> List<R> imported(VrfConfig vrf, Vni l3vni, Class<R> type) {
        return usable.stream()
                .filter(route -> Targets.imports(vrf.targets(), l3vni, route))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static <K, R> Map<K, List<R>> grouped(List<R> routes, Function<R, K> key) {
        return routes.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static SortedSet<IpAddress> nextHops(List<? extends EvpnRoute> routes) {
        return routes.stream().map(EvpnRoute::nextHop).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All next hops if one Ethernet segment holds the host, else the smallest. */
    private static SortedSet<IpAddress> chosen(List<EvpnRoute.MacIp> routes) {
        Set<Optional<Esi>> segments = new HashSet<>();
        routes.forEach(route -> segments.add(route.esi()));
        SortedSet<IpAddress> all = nextHops(routes);
        boolean oneSegment = segments.size() == 1 && segments.iterator().next().isPresent();
        return oneSegment ? all : new TreeSet<>(Set.of(all.getFirst()));
    }
}
