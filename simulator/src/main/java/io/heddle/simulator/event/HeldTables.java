package io.heddle.simulator.event;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.model.tables.TableCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a switch's hardware held at one moment. Immutable. */
final class HeldTables implements SwitchTables {

    private record MacKey(VlanId vlan, Mac mac) {}

    private final SwitchConfig config;
    private final Map<VrfName, Map<Prefix, RouteEntry>> routes = new HashMap<>();
    /** Lengths of prefixes, the longest first. */
    private final Map<VrfName, NavigableSet<Integer>> lengths = new HashMap<>();

    private final Map<MacKey, FdbEntry> macs = new HashMap<>();
    private final List<NeighborEntry> neighbors = new ArrayList<>();
    private final List<FloodEntry> flood = new ArrayList<>();
    private final TreeSet<IpAddress> tunnels = new TreeSet<>();
    private @Nullable TableCounts counts;
    private @Nullable List<RouteEntry> sorted;

    HeldTables(SwitchConfig config, Hardware hardware) {
        this.config = config;
        hardware.forEach(each -> {
            switch (each) {
                case TableEntry.Route(RouteEntry route) -> {
                    routes.computeIfAbsent(route.vrf(), _ -> new HashMap<>()).put(route.prefix(), route);
                    lengths.computeIfAbsent(route.vrf(), _ -> new TreeSet<>(Comparator.reverseOrder()))
                            .add(route.prefix().length());
                }
                case TableEntry.Fdb(FdbEntry mac) -> macs.put(new MacKey(mac.vlan(), mac.mac()), mac);
                case TableEntry.Neighbor(NeighborEntry neighbor) -> neighbors.add(neighbor);
                case TableEntry.Flood(FloodEntry member) -> flood.add(member);
                case TableEntry.Tunnel(IpAddress vtep) -> tunnels.add(vtep);
            }
        });
        neighbors.sort(null);
        flood.sort(null);
    }

    @Override
    public DeviceName device() {
        return config.name();
    }

    @Override
    public Stream<RouteEntry> routes() {
        List<RouteEntry> known = sorted;
        if (known == null) {
            known = unsorted().sorted().toList();
            sorted = known;
        }
        return known.stream();
    }

    private Stream<RouteEntry> unsorted() {
        return routes.values().stream().flatMap(each -> each.values().stream());
    }

    @Override
    public Optional<RouteEntry> route(VrfName vrf, Prefix prefix) {
        return Optional.ofNullable(routes.getOrDefault(vrf, Map.of()).get(prefix));
    }

    @Override
    public Optional<RouteEntry> longestMatch(VrfName vrf, IpAddress address) {
        Map<Prefix, RouteEntry> here = routes.getOrDefault(vrf, Map.of());
        for (int each : lengths.getOrDefault(vrf, Collections.emptyNavigableSet())) {
            RouteEntry found = each > address.family().bits() ? null : here.get(Prefix.covering(address, each));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    @Override
    public Stream<NeighborEntry> neighbors() {
        return neighbors.stream();
    }

    @Override
    public Stream<FdbEntry> macs() {
        return macs.values().stream().sorted();
    }

    @Override
    public Optional<FdbEntry> mac(VlanId vlan, Mac mac) {
        return Optional.ofNullable(macs.get(new MacKey(vlan, mac)));
    }

    @Override
    public Stream<FloodEntry> floodList() {
        return flood.stream();
    }

    @Override
    public Stream<IpAddress> remoteVteps() {
        return tunnels.stream();
    }

    @Override
    public TableCounts counts() {
        TableCounts known = counts;
        if (known == null) {
            known = ExplicitTables.count(config, unsorted().toList(), neighbors, macs.values(), flood, tunnels);
            counts = known;
        }
        return known;
    }
}
