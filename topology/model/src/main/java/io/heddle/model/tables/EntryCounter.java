package io.heddle.model.tables;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts entries by kind, one by one: the definition of every {@link EntryKind} in code. */
final class EntryCounter {

    private final long[] counts = new long[EntryKind.values().length];

    private EntryCounter() {}

    static TableCounts count(
            SwitchConfig config,
            Collection<RouteEntry> routes,
            Collection<NeighborEntry> neighbors,
            Collection<FdbEntry> macs,
            Collection<FloodEntry> flood,
            int vteps) {
        EntryCounter counter = new EntryCounter();
        counter.countRoutes(routes);
        Set<VlanId> overlay = config.vlans().stream()
                .filter(each -> each.vni().isPresent())
                .map(VlanConfig::vlan)
                .collect(Collectors.toSet());
        for (NeighborEntry each : neighbors) {
            boolean v4 = each.address().isV4();
            counter.add(
                    overlay.contains(each.vlan())
                            ? v4 ? EntryKind.OVERLAY_NEIGHBOR_V4 : EntryKind.OVERLAY_NEIGHBOR_V6
                            : v4 ? EntryKind.NEIGHBOR_V4 : EntryKind.NEIGHBOR_V6,
                    1);
        }
        counter.add(EntryKind.MAC, macs.size());
        counter.add(EntryKind.REMOTE_VTEP, vteps);
        Map<Vni, Integer> lists = new HashMap<>();
        flood.forEach(each -> lists.merge(each.vni(), 1, Integer::sum));
        counter.add(
                EntryKind.VTEP_PER_VNI,
                lists.values().stream().mapToInt(each -> each).max().orElse(0));
        counter.countConfigured(config);
        return TableCounts.of(counter.counts);
    }

    private void add(EntryKind kind, long count) {
        counts[kind.ordinal()] += count;
    }

    private void countRoutes(Collection<RouteEntry> routes) {
        Set<NextHop> nextHops = new HashSet<>();
        Set<List<NextHop>> ways = new HashSet<>();
        for (RouteEntry each : routes) {
            add(EntryKind.of(each), 1);
            if (ways.add(each.nextHops())) {
                nextHops.addAll(each.nextHops());
            }
        }
        ways.removeIf(each -> each.size() == 1);
        for (NextHop each : nextHops) {
            switch (each) {
                case NextHop.ViaPort _, NextHop.ViaVlan _ -> add(EntryKind.NEXT_HOP, 1);
                case NextHop.ViaVtep _ -> add(EntryKind.OVERLAY_NEXT_HOP, 1);
                case NextHop.Local _, NextHop.Discard _, NextHop.OnPort _, NextHop.OnVlan _ -> {}
            }
        }
        add(EntryKind.ECMP_GROUP, ways.size());
        add(EntryKind.ECMP_MEMBER, ways.stream().mapToInt(List::size).sum());
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

    static NavigableSet<IpAddress> remoteVteps(
            Collection<RouteEntry> routes,
            Collection<NeighborEntry> neighbors,
            Collection<FdbEntry> macs,
            Collection<FloodEntry> flood) {
        NavigableSet<IpAddress> vteps = new TreeSet<>();
        for (RouteEntry route : routes) {
            for (NextHop each : route.nextHops()) {
                if (each instanceof NextHop.ViaVtep via) {
                    vteps.add(via.vtep());
                }
            }
        }
        neighbors.forEach(each -> each.vtep().ifPresent(vteps::add));
        for (FdbEntry each : macs) {
            if (each.target() instanceof FdbEntry.Target.Vteps remote) {
                vteps.addAll(remote.vteps());
            }
        }
        flood.forEach(each -> vteps.add(each.vtep()));
        return vteps;
    }
}
