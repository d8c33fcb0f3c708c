package io.heddle.simulator.timeline;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.TableCounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many entries of each kind a switch has, in constant time an entry that comes or goes. Single-threaded. */
public final class EntryCounts {

    private final Set<VlanId> overlay = new HashSet<>();
    private final long[] kinds = new long[EntryKind.values().length];
    private final Map<NextHop, Integer> hops = new HashMap<>();
    private final Map<List<NextHop>, Integer> groups = new HashMap<>();
    private final Map<List<NextHop>, Integer> ways = new HashMap<>();
    private final Map<IpAddress, Integer> vteps = new HashMap<>();
    private final Map<Vni, Integer> flood = new HashMap<>();

    /** Of a switch without entries, but with its VLANs and VNIs. */
    public EntryCounts(SwitchConfig config) {
        TableCounts configured = ExplicitTables.count(config, List.of(), List.of(), List.of(), List.of(), List.of());
        for (EntryKind each : List.of(EntryKind.VNI, EntryKind.VLAN, EntryKind.OVERLAY_RIF)) {
            kinds[each.ordinal()] = configured.of(each);
        }
        config.vlans().stream()
                .filter(each -> each.vni().isPresent())
                .map(VlanConfig::vlan)
                .forEach(overlay::add);
    }

    /**
     * An entry comes or goes.
     *
     * @param sign 1 or -1
     */
    public void count(TableEntry entry, int sign) {
        switch (entry) {
            case TableEntry.Route(RouteEntry route) -> {
                route(EntryKind.of(route), sign);
                // There are few ways and many routes: the next hops of each way are counted once.
                way(route.nextHops(), add(ways, route.nextHops(), sign));
            }
            case TableEntry.Fdb(FdbEntry _) -> kinds[EntryKind.MAC.ordinal()] += sign;
            case TableEntry.Neighbor(NeighborEntry each) -> kinds[kind(each).ordinal()] += sign;
            case TableEntry.Flood(FloodEntry each) -> {
                add(flood, each.vni(), sign);
                kinds[EntryKind.VTEP_PER_VNI.ordinal()] = flood.values().stream()
                        .mapToInt(members -> members)
                        .max()
                        .orElse(0);
            }
            case TableEntry.Tunnel(IpAddress vtep) -> {
                add(vteps, vtep, sign);
                kinds[EntryKind.REMOTE_VTEP.ordinal()] = vteps.size();
            }
        }
    }

    /** Routes come or go whose next hops are counted by {@link #way}. */
    public void route(EntryKind kind, int more) {
        kinds[kind.ordinal()] += more;
    }

    /**
     * The next hops of one or more routes come into use, or go out of it.
     *
     * @param sign 1 or -1, or 0 if neither
     */
    public void way(List<NextHop> nextHops, int sign) {
        if (sign == 0) {
            return;
        }
        for (NextHop each : nextHops) {
            int step = add(hops, each, sign);
            switch (each) {
                case NextHop.ViaPort _, NextHop.ViaVlan _ -> kinds[EntryKind.NEXT_HOP.ordinal()] += step;
                case NextHop.ViaVtep _ -> kinds[EntryKind.OVERLAY_NEXT_HOP.ordinal()] += step;
                case NextHop.Local _, NextHop.Discard _, NextHop.OnPort _, NextHop.OnVlan _ -> {}
            }
        }
        if (nextHops.size() > 1) {
            int step = add(groups, nextHops, sign);
            kinds[EntryKind.ECMP_GROUP.ordinal()] += step;
            kinds[EntryKind.ECMP_MEMBER.ordinal()] += (long) step * nextHops.size();
        }
    }

    private EntryKind kind(NeighborEntry neighbor) {
        boolean v4 = neighbor.address().isV4();
        return overlay.contains(neighbor.vlan())
                ? v4 ? EntryKind.OVERLAY_NEIGHBOR_V4 : EntryKind.OVERLAY_NEIGHBOR_V6
                : v4 ? EntryKind.NEIGHBOR_V4 : EntryKind.NEIGHBOR_V6;
    }

    /** How many different things there are more, or fewer. */
    private static <T> int add(Map<T, Integer> counts, T thing, int sign) {
        int before = counts.size();
        counts.merge(thing, sign, (a, b) -> a + b == 0 ? null : a + b);
        return counts.size() - before;
    }

    /** The counts as they stand. */
    public TableCounts now() {
        return TableCounts.of(kinds);
    }
}
