package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.timeline.Change;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts of one switch that follow its changes in constant time an entry, from one enumeration at the beginning. Single-threaded. */
final class RunningCounts {

    private final TableCounts configured;
    private final Set<VlanId> overlay = new HashSet<>();
    private final long[] kinds = new long[EntryKind.values().length];
    private final Map<TableEntry, TableEntry> held = new TreeMap<>(TableEntry.BY_KEY);
    private final Map<NextHop, Integer> hops = new HashMap<>();
    private final Map<List<NextHop>, Integer> groups = new HashMap<>();
    private final Map<IpAddress, Integer> vteps = new HashMap<>();
    private final Map<Vni, Integer> flood = new HashMap<>();

    RunningCounts(SwitchConfig config, SwitchTables tables) {
        configured = tables.counts();
        config.vlans().stream()
                .filter(each -> each.vni().isPresent())
                .map(VlanConfig::vlan)
                .forEach(overlay::add);
        TableDifference.entries(tables).forEach(this::put);
        tables.remoteVteps().forEach(each -> put(new TableEntry.Tunnel(each)));
    }

    void apply(Change.TablesChanged change) {
        change.removed().forEach(this::remove);
        change.put().forEach(this::put);
    }

    private void put(TableEntry entry) {
        remove(entry);
        held.put(entry, entry);
        count(entry, 1);
    }

    private void remove(TableEntry entry) {
        TableEntry before = held.remove(entry);
        if (before != null) {
            count(before, -1);
        }
    }

    private void count(TableEntry entry, int sign) {
        switch (entry) {
            case TableEntry.Route(RouteEntry route) -> {
                kinds[EntryKind.of(route).ordinal()] += sign;
                route.nextHops().forEach(each -> add(hops, each, sign));
                if (route.nextHops().size() > 1) {
                    add(groups, route.nextHops(), sign);
                }
            }
            case TableEntry.Fdb(FdbEntry _) -> kinds[EntryKind.MAC.ordinal()] += sign;
            case TableEntry.Neighbor(NeighborEntry each) -> kinds[kind(each).ordinal()] += sign;
            case TableEntry.Flood(FloodEntry each) -> add(flood, each.vni(), sign);
            case TableEntry.Tunnel(IpAddress vtep) -> add(vteps, vtep, sign);
        }
    }

    private EntryKind kind(NeighborEntry neighbor) {
        boolean v4 = neighbor.address().isV4();
        return overlay.contains(neighbor.vlan())
                ? v4 ? EntryKind.OVERLAY_NEIGHBOR_V4 : EntryKind.OVERLAY_NEIGHBOR_V6
                : v4 ? EntryKind.NEIGHBOR_V4 : EntryKind.NEIGHBOR_V6;
    }

    private static <T> void add(Map<T, Integer> counts, T thing, int sign) {
        counts.merge(thing, sign, (a, b) -> a + b == 0 ? null : a + b);
    }

    TableCounts now() {
        long[] counts = kinds.clone();
        for (EntryKind each : List.of(EntryKind.VNI, EntryKind.VLAN, EntryKind.OVERLAY_RIF)) {
            counts[each.ordinal()] = configured.of(each);
        }
        for (NextHop each : hops.keySet()) {
            switch (each) {
                case NextHop.ViaPort _, NextHop.ViaVlan _ -> counts[EntryKind.NEXT_HOP.ordinal()]++;
                case NextHop.ViaVtep _ -> counts[EntryKind.OVERLAY_NEXT_HOP.ordinal()]++;
                case NextHop.Local _, NextHop.Discard _, NextHop.OnPort _, NextHop.OnVlan _ -> {}
            }
        }
        counts[EntryKind.ECMP_GROUP.ordinal()] = groups.size();
        counts[EntryKind.ECMP_MEMBER.ordinal()] =
                groups.keySet().stream().mapToInt(List::size).sum();
        counts[EntryKind.REMOTE_VTEP.ordinal()] = vteps.size();
        counts[EntryKind.VTEP_PER_VNI.ordinal()] =
                flood.values().stream().mapToInt(each -> each).max().orElse(0);
        return TableCounts.of(counts);
    }
}
