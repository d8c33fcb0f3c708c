package io.heddle.simulator.stable;

import io.heddle.evpn.vrf.TargetMatch;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.RouteEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that VTEPs originate in EVPN (rule 6.1), and who receives it (6.2). What one switch makes of it is
 * {@link ImportedOverlay}.
 */
final class Overlay {

    /** The type-5 routes of one VRF on one VTEP. */
    record SubnetExporter(int vtep, Vtep tunnel, List<Prefix> subnets, List<RouteTarget> targets) {}

    private final List<Router> vteps = new ArrayList<>();
    private final List<RouteClass> classes = new ArrayList<>();
    private final List<Exporter> exporters = new ArrayList<>();
    private final List<SubnetExporter> subnetExporters = new ArrayList<>();
    private final Map<VlanId, List<HostGroup>> groupsByVlan = new HashMap<>();
    private final IdentityHashMap<Station, HostGroup> groupByStation = new IdentityHashMap<>();
    private final Map<ImportKey, Imports> imports = new ConcurrentHashMap<>();
    private final Map<Esi, Integer> segmentNumbers = new HashMap<>();

    /** Collects originations; makes the route class of every VTEP, to be solved with the others. */
    Overlay(CoreGraph core, RouteClasses routeClasses, LayerTwo layerTwo) {
        for (Router router : core.routers) {
            if (router.device() instanceof SwitchConfig config && config.vtep().isPresent()) {
                addVtep(router, config, config.vtep().get(), routeClasses);
            }
        }
        Map<VlanId, List<Exporter>> byVlan = new HashMap<>();
        for (Exporter each : exporters) {
            byVlan.computeIfAbsent(each.vlan().vlan(), _ -> new ArrayList<>()).add(each);
        }
        byVlan.forEach((vlan, ofVlan) -> {
            BridgeDomains domains = layerTwo.of(vlan);
            List<HostGroup> groups = domains == null ? List.of() : hostGroups(domains, ofVlan);
            groups.forEach(group -> group.stations().forEach(each -> groupByStation.put(each, group)));
            groupsByVlan.put(vlan, groups);
        });
    }

    private void addVtep(Router router, SwitchConfig config, Vtep tunnel, RouteClasses routeClasses) {
        int vtep = vteps.size();
        vteps.add(router);
        classes.add(routeClasses.ofSwitch(router, AddressFamily.L2VPN_EVPN));
        for (VlanConfig each : config.vlans()) {
            each.vni()
                    .ifPresent(vni -> exporters.add(Exporter.of(
                            exporters.size(),
                            vtep,
                            router.switchNumber(),
                            config,
                            tunnel,
                            each,
                            vni,
                            router.bgp().asn())));
        }
        for (VrfConfig each : config.vrfs()) {
            Vni l3vni = each.l3vni().orElse(null);
            if (each.advertiseSubnets() && l3vni != null && !each.name().equals(VrfName.DEFAULT)) {
                Map<Prefix, RouteEntry> subnets = new HashMap<>();
                LocalRoutes.subnets(config, each.name(), subnets);
                subnetExporters.add(new SubnetExporter(
                        vtep,
                        tunnel,
                        subnets.keySet().stream().sorted().toList(),
                        TargetMatch.exported(each.targets(), router.bgp().asn(), l3vni)));
            }
        }
    }

    private record GroupKey(List<Integer> exporters, List<Integer> segments, List<Integer> domains) {}

    private List<HostGroup> hostGroups(BridgeDomains domains, List<Exporter> ofVlan) {
        Map<Integer, List<Exporter>> byDomain = new HashMap<>();
        for (Exporter each : ofVlan) {
            byDomain.computeIfAbsent(domains.domain(each.switchNumber()), _ -> new ArrayList<>())
                    .add(each);
        }
        Map<GroupKey, List<Station>> stations = new HashMap<>();
        Map<GroupKey, List<Exporter>> exportersOf = new HashMap<>();
        List<GroupKey> order = new ArrayList<>();
        for (Station station : domains.stations()) {
            List<Exporter> found = new ArrayList<>();
            List<Integer> at = domains.domainsOf(station);
            for (int domain : at) {
                for (Exporter each : byDomain.getOrDefault(domain, List.of())) {
                    if (each.originates(station)) {
                        found.add(each);
                    }
                }
            }
            if (found.isEmpty()) {
                continue;
            }
            GroupKey key = new GroupKey(
                    found.stream().map(Exporter::switchNumber).toList(),
                    pattern(found.stream()
                            .map(each -> segment(each.esi(station)))
                            .toList()),
                    at);
            stations.computeIfAbsent(key, _ -> {
                        order.add(key);
                        exportersOf.put(key, found);
                        return new ArrayList<>();
                    })
                    .add(station);
        }
        return order.stream()
                .map(key -> new HostGroup(
                        exportersOf.getOrDefault(key, List.of()), key.segments, stations.getOrDefault(key, List.of())))
                .toList();
    }

    /** Segments renumbered by first appearance: which routes carry the same one is all that counts. */
    private static List<Integer> pattern(List<Integer> segments) {
        List<Integer> seen = new ArrayList<>();
        List<Integer> pattern = new ArrayList<>();
        for (int each : segments) {
            if (each >= 0 && !seen.contains(each)) {
                seen.add(each);
            }
            pattern.add(seen.indexOf(each));
        }
        return List.copyOf(pattern);
    }

    private int segment(Optional<Esi> esi) {
        return esi.isEmpty() ? -1 : segmentNumbers.computeIfAbsent(esi.get(), _ -> segmentNumbers.size());
    }

    /** Whether a switch received a VTEP's EVPN routes; never its own. */
    boolean received(Underlay underlay, int switchNumber, int vtep) {
        return vteps.get(vtep).switchNumber() != switchNumber
                && underlay.group(switchNumber, classes.get(vtep)) > HopGroups.ORIGINATED;
    }

    int vtepCount() {
        return vteps.size();
    }

    Vtep tunnel(int vtep) {
        return ((SwitchConfig) Objects.requireNonNull(vteps.get(vtep).device()))
                .vtep()
                .orElseThrow();
    }

    private record ImportKey(RouteTargets targets, Vni vni) {}

    /** What a MAC-VRF or IP-VRF with these targets imports. Thread-safe. */
    Imports imports(RouteTargets targets, Vni vni) {
        return imports.computeIfAbsent(new ImportKey(targets, vni), _ -> Imports.of(this, targets, vni));
    }

    /** Every VLAN with a VNI of every VTEP. */
    List<Exporter> exporters() {
        return exporters;
    }

    List<SubnetExporter> subnetExporters() {
        return subnetExporters;
    }

    /** The group a station is in, or null if nobody originates its hosts. */
    @Nullable
    HostGroup groupOf(Station station) {
        return groupByStation.get(station);
    }

    /** Stations of a VLAN by who originates them. */
    List<HostGroup> hostGroups(VlanId vlan) {
        return groupsByVlan.getOrDefault(vlan, List.of());
    }

    /** The address that exported host routes of this VTEP name as next hop. */
    IpAddress bridgedAddress(int vtep) {
        return tunnel(vtep).bridgedAddress();
    }
}
