package io.heddle.simulator.stable;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.TableCounts;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts one switch's entries class by class and group by group, without making them. Equal to counting one by one. */
final class SolvedCounts {

    private final long[] counts = new long[EntryKind.values().length];
    private final Set<NextHop> nextHops = new HashSet<>();
    private final Set<List<NextHop>> groups = new HashSet<>();

    SolvedCounts(
            SwitchConfig config,
            int number,
            Underlay underlay,
            LayerTwo layerTwo,
            @Nullable ImportedOverlay overlay,
            Collection<Map<Prefix, RouteEntry>> vrfs) {
        countRoutes(number, underlay);
        vrfs.forEach(vrf -> vrf.values().forEach(this::countRoute));
        countHops();
        countLocalHosts(config, number, layerTwo);
        if (overlay != null) {
            countRemoteHosts(overlay);
        }
        add(EntryKind.REMOTE_VTEP, overlay == null ? 0 : overlay.vteps().size());
        countConfigured(config);
    }

    TableCounts counts() {
        return TableCounts.of(counts);
    }

    private void add(EntryKind kind, long count) {
        counts[kind.ordinal()] += count;
    }

    private void countRoute(RouteEntry route) {
        add(EntryKind.of(route), 1);
        use(route.nextHops());
    }

    private void use(List<NextHop> hops) {
        nextHops.addAll(hops);
        if (hops.size() > 1) {
            groups.add(hops);
        }
    }

    private void countRoutes(int number, Underlay underlay) {
        Map<RouteClass, Integer> shadowed = new HashMap<>();
        for (RouteEntry each : underlay.local(number).values()) {
            countRoute(each);
            Bundle bundle = underlay.bundleOf(each.prefix());
            if (bundle != null && underlay.group(number, bundle.routeClass()) > HopGroups.ORIGINATED) {
                add(EntryKind.ofLearned(each.prefix()), -1);
                shadowed.merge(bundle.routeClass(), 1, Integer::sum);
            }
        }
        BitSet used = new BitSet();
        for (ClassPrefixes each : underlay.classes()) {
            int group = underlay.group(number, each.routeClass());
            if (group <= HopGroups.ORIGINATED) {
                continue;
            }
            each.addTo(counts);
            boolean visible = shadowed.isEmpty() || shadowed.getOrDefault(each.routeClass(), 0) < each.size();
            if (visible && !used.get(group)) {
                if (underlay.dependsOnStub(number, group)) {
                    each.bundles().forEach(bundle -> use(underlay.nextHops(number, group, bundle.stub())));
                } else {
                    used.set(group);
                }
            }
        }
        used.stream().forEach(group -> use(underlay.nextHops(number, group, null)));
    }

    private void countHops() {
        for (NextHop each : nextHops) {
            switch (each) {
                case NextHop.ViaPort _, NextHop.ViaVlan _ -> add(EntryKind.NEXT_HOP, 1);
                case NextHop.ViaVtep _ -> add(EntryKind.OVERLAY_NEXT_HOP, 1);
                case NextHop.Local _, NextHop.Discard _, NextHop.OnPort _, NextHop.OnVlan _ -> {}
            }
        }
        add(EntryKind.ECMP_GROUP, groups.size());
        add(EntryKind.ECMP_MEMBER, groups.stream().mapToInt(List::size).sum());
    }

    private void countLocalHosts(SwitchConfig config, int number, LayerTwo layerTwo) {
        for (VlanConfig vlan : config.vlans()) {
            BridgeDomains domains = layerTwo.of(vlan.vlan());
            if (domains == null) {
                continue;
            }
            int domain = domains.domain(number);
            add(EntryKind.MAC, domains.macs(domain));
            vlan.svi().ifPresent(svi -> addNeighbors(vlan, domains.covered(domain, svi)));
        }
    }

    private void addNeighbors(VlanConfig vlan, long[] covered) {
        boolean isOverlay = vlan.vni().isPresent();
        add(isOverlay ? EntryKind.OVERLAY_NEIGHBOR_V4 : EntryKind.NEIGHBOR_V4, covered[0]);
        add(isOverlay ? EntryKind.OVERLAY_NEIGHBOR_V6 : EntryKind.NEIGHBOR_V6, covered[1]);
    }

    private void countRemoteHosts(ImportedOverlay overlay) {
        for (ImportedOverlay.RemoteHosts each : overlay.remoteHosts()) {
            add(EntryKind.MAC, each.group().macs());
            if (!each.addressVteps().isEmpty()) {
                each.vlan()
                        .svi()
                        .ifPresent(svi -> addNeighbors(each.vlan(), each.group().covered(svi)));
            }
        }
        Map<Vni, Integer> lists = new HashMap<>();
        for (FloodEntry each : overlay.floodList()) {
            lists.merge(each.vni(), 1, Integer::sum);
        }
        add(
                EntryKind.VTEP_PER_VNI,
                lists.values().stream().mapToInt(each -> each).max().orElse(0));
    }

    private void countConfigured(SwitchConfig config) {
        add(EntryKind.VLAN, config.vlans().size());
        for (VlanConfig each : config.vlans()) {
            if (each.vni().isPresent()) {
                add(EntryKind.VNI, 1);
                add(EntryKind.OVERLAY_RIF, each.svi().isPresent() ? 1 : 0);
            }
        }
        long l3vnis =
                config.vrfs().stream().filter(each -> each.l3vni().isPresent()).count();
        add(EntryKind.VNI, l3vnis);
        add(EntryKind.OVERLAY_RIF, l3vnis);
    }
}
