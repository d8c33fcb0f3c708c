package io.heddle.simulator.stable;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one VTEP imports from the overlay (rules 6.3 and 6.4): remote hosts by VLAN, flood lists, and the routes of its VRFs. */
final class ImportedOverlay {

    /**
     * Remote hosts of a VLAN.
     *
     * @param vteps where frames to them go
     * @param addressVteps where packets to their addresses go, over routes that carry addresses; empty if no route does
     */
    record RemoteHosts(VlanConfig vlan, HostGroup group, List<IpAddress> vteps, List<IpAddress> addressVteps) {}

    private final Overlay overlay;
    private final LayerTwo layerTwo;
    private final int switchNumber;
    /** VLANs that have their VNI here: without, nothing says that a route of that VNI is to a local host. */
    private final Set<VlanId> overlaid = new HashSet<>();

    private final BitSet bridgedUsable = new BitSet();
    private final BitSet routedUsable = new BitSet();
    private final List<RemoteHosts> remoteHosts = new ArrayList<>();
    private final IdentityHashMap<HostGroup, List<RemoteHosts>> byGroup = new IdentityHashMap<>();
    private final List<FloodEntry> floodList = new ArrayList<>();
    private final NavigableSet<IpAddress> vteps = new TreeSet<>();
    private final Map<VrfName, Map<Prefix, RouteEntry>> vrfRoutes = new HashMap<>();

    ImportedOverlay(
            Overlay overlay, LayerTwo layerTwo, Underlay underlay, int switchNumber, SwitchConfig config, Vtep own) {
        this.overlay = overlay;
        this.layerTwo = layerTwo;
        this.switchNumber = switchNumber;
        Map<IpAddress, Boolean> reachable = new HashMap<>();
        for (int vtep = 0; vtep < overlay.vtepCount(); vtep++) {
            if (overlay.received(underlay, switchNumber, vtep)) {
                Vtep tunnel = overlay.tunnel(vtep);
                bridgedUsable.set(vtep, isUsable(tunnel.bridgedAddress(), own, underlay, reachable));
                routedUsable.set(vtep, isUsable(tunnel.routedAddress(), own, underlay, reachable));
            }
        }
        for (VlanConfig each : config.vlans()) {
            each.vni().ifPresent(vni -> {
                overlaid.add(each.vlan());
                importVlan(each, vni);
            });
        }
        for (VrfConfig each : config.vrfs()) {
            if (!each.name().equals(VrfName.DEFAULT)) {
                each.l3vni().ifPresent(l3vni -> vrfRoutes.put(each.name(), importVrf(each, l3vni)));
            }
        }
    }

    private boolean isUsable(IpAddress vtep, Vtep own, Underlay underlay, Map<IpAddress, Boolean> reachable) {
        return !vtep.equals(own.primary())
                && !own.anycast().filter(vtep::equals).isPresent()
                && reachable.computeIfAbsent(vtep, each -> underlay.reaches(switchNumber, each));
    }

    private boolean isBridgedUsable(Exporter exporter) {
        return bridgedUsable.get(exporter.vtep());
    }

    private void importVlan(VlanConfig vlan, Vni vni) {
        Imports imports = overlay.imports(vlan.targets(), vni);
        TreeSet<IpAddress> flood = new TreeSet<>();
        Set<VlanId> sources = new LinkedHashSet<>();
        for (Exporter each : imports.exporters()) {
            if (isBridgedUsable(each)) {
                flood.add(each.tunnel().bridgedAddress());
                sources.add(each.vlan().vlan());
            }
        }
        flood.forEach(each -> floodList.add(new FloodEntry(vni, each)));
        vteps.addAll(flood);
        for (VlanId source : sources) {
            for (HostGroup group : overlay.hostGroups(source)) {
                importHosts(vlan, imports, group);
            }
        }
    }

    private void importHosts(VlanConfig vlan, Imports imports, HostGroup group) {
        if (isLocal(vlan.vlan(), group)) {
            return;
        }
        List<IpAddress> found =
                group.vteps(each -> isBridgedUsable(each) && imports.matched().get(each.number()));
        if (!found.isEmpty()) {
            List<IpAddress> addressVteps = group.vteps(each -> each.hasSvi()
                    && isBridgedUsable(each)
                    && imports.matchedWithAddress().get(each.number()));
            RemoteHosts hosts = new RemoteHosts(vlan, group, found, addressVteps);
            remoteHosts.add(hosts);
            vteps.addAll(found);
            if (vlan.svi()
                    .map(group::covered)
                    .filter(counts -> counts[0] + counts[1] > 0)
                    .isPresent()) {
                vteps.addAll(addressVteps);
            }
            byGroup.computeIfAbsent(group, _ -> new ArrayList<>(1)).add(hosts);
        }
    }

    /** Whether the hosts of a group are local: all its stations are attached to the same bridge domains. */
    private boolean isLocal(VlanId vlan, HostGroup group) {
        Station first = group.stations().getFirst();
        BridgeDomains domains = layerTwo.of(vlan);
        return domains != null && first.vlan().equals(vlan) && domains.isLocal(first, switchNumber);
    }

    private Map<Prefix, RouteEntry> importVrf(VrfConfig vrf, Vni l3vni) {
        Imports imports = overlay.imports(vrf.targets(), l3vni);
        Map<Prefix, RouteEntry> routes = new HashMap<>();
        Map<Prefix, TreeSet<NextHop>> subnets = new TreeMap<>();
        for (Overlay.SubnetExporter each : imports.subnets()) {
            if (routedUsable.get(each.vtep()) && !each.subnets().isEmpty()) {
                vteps.add(each.tunnel().routedAddress());
                NextHop via = new NextHop.ViaVtep(l3vni, each.tunnel().routedAddress());
                each.subnets().forEach(subnet -> subnets.computeIfAbsent(subnet, _ -> new TreeSet<>())
                        .add(via));
            }
        }
        subnets.forEach((subnet, hops) ->
                routes.put(subnet, new RouteEntry(vrf.name(), subnet, RouteSource.EVPN, List.copyOf(hops))));
        Map<Prefix, RouteEntry> hosts = new HashMap<>();
        for (VlanId source : imports.sources()) {
            for (HostGroup group : overlay.hostGroups(source)) {
                List<IpAddress> found = group.vteps(each -> isRoutedInto(imports, l3vni, each));
                if (!found.isEmpty() && !(overlaid.contains(source) && isLocal(source, group))) {
                    addHostRoutes(vrf.name(), l3vni, group, found, hosts);
                }
            }
        }
        routes.putAll(hosts);
        return routes;
    }

    private boolean isRoutedInto(Imports imports, Vni l3vni, Exporter exporter) {
        return exporter.routed() != null
                && isBridgedUsable(exporter)
                && exporter.routed().l3vni().filter(l3vni::equals).isPresent()
                && imports.matchedWithAddress().get(exporter.number());
    }

    private void addHostRoutes(
            VrfName vrf, Vni l3vni, HostGroup group, List<IpAddress> found, Map<Prefix, RouteEntry> routes) {
        List<NextHop> hops = found.stream()
                .<NextHop>map(each -> new NextHop.ViaVtep(l3vni, each))
                .toList();
        for (Station station : group.stations()) {
            Host.forEach(station, host -> host.addresses().forEach(address -> {
                Prefix prefix = Prefix.host(address);
                routes.merge(prefix, new RouteEntry(vrf, prefix, RouteSource.EVPN, hops), ImportedOverlay::smaller);
                vteps.addAll(found);
            }));
        }
    }

    /** An address on several VLANs: no one segment has all its routes, so the smallest next hop counts. */
    private static RouteEntry smaller(RouteEntry one, RouteEntry other) {
        NextHop first = one.nextHops().getFirst();
        NextHop second = other.nextHops().getFirst();
        return new RouteEntry(
                one.vrf(), one.prefix(), one.source(), List.of(first.compareTo(second) <= 0 ? first : second));
    }

    /** The remote hosts of a VLAN among which a station is, or null if it is not remote. */
    @Nullable
    RemoteHosts remoteHosts(VlanId vlan, Station station) {
        HostGroup group = overlay.groupOf(station);
        for (RemoteHosts each : group == null ? List.<RemoteHosts>of() : byGroup.getOrDefault(group, List.of())) {
            if (each.vlan().vlan().equals(vlan)) {
                return each;
            }
        }
        return null;
    }

    List<RemoteHosts> remoteHosts() {
        return remoteHosts;
    }

    /** Every remote VTEP that some entry names, or an imported type-5 route. */
    NavigableSet<IpAddress> vteps() {
        return vteps;
    }

    List<FloodEntry> floodList() {
        return floodList;
    }

    /** The EVPN routes of the VRFs that have an L3VNI. */
    Map<Prefix, RouteEntry> vrfRoutes(VrfName vrf) {
        return vrfRoutes.getOrDefault(vrf, Map.of());
    }
}
