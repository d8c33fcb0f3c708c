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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a switch's hardware held at one moment. Immutable to others; routes are kept as they stood in the hardware, one place for prefixes that
 * fare alike, and become entries when somebody asks for them: a large fabric holds millions, and most are never looked at.
 */
final class HeldTables implements SwitchTables {

    private record MacKey(VlanId vlan, Mac mac) {}

    private final SwitchConfig config;
    private final List<List<Prefix>> places = new ArrayList<>();
    private final List<Content.Way> ways = new ArrayList<>();
    /** Routes of other VRFs. */
    private final List<RouteEntry> others = new ArrayList<>();

    private final Map<MacKey, FdbEntry> macs = new HashMap<>();
    private final List<NeighborEntry> neighbors = new ArrayList<>();
    private final List<FloodEntry> flood = new ArrayList<>();
    private final TreeSet<IpAddress> tunnels = new TreeSet<>();
    private @Nullable RouteIndex index;
    private @Nullable TableCounts counts;
    private @Nullable List<RouteEntry> sorted;

    HeldTables(SwitchConfig config, Hardware hardware) {
        this.config = config;
        hardware.forEachHeld((members, content) -> {
            switch (content) {
                case Content.Way way -> {
                    places.add(members);
                    ways.add(way);
                }
                case Content.Whole(TableEntry entry) -> add(entry);
            }
        });
        neighbors.sort(null);
        flood.sort(null);
    }

    private void add(TableEntry entry) {
        switch (entry) {
            case TableEntry.Route(RouteEntry route) -> others.add(route);
            case TableEntry.Fdb(FdbEntry mac) -> macs.put(new MacKey(mac.vlan(), mac.mac()), mac);
            case TableEntry.Neighbor(NeighborEntry neighbor) -> neighbors.add(neighbor);
            case TableEntry.Flood(FloodEntry member) -> flood.add(member);
            case TableEntry.Tunnel(IpAddress vtep) -> tunnels.add(vtep);
        }
    }

    /** Routes by prefix, for whoever looks single ones up. */
    private static final class RouteIndex {
        private final Map<VrfName, Map<Prefix, RouteEntry>> routes = new HashMap<>();
        /** Lengths of prefixes, the longest first. */
        private final Map<VrfName, NavigableSet<Integer>> lengths = new HashMap<>();

        void add(RouteEntry route) {
            routes.computeIfAbsent(route.vrf(), _ -> new HashMap<>()).put(route.prefix(), route);
            lengths.computeIfAbsent(route.vrf(), _ -> new TreeSet<>(Comparator.reverseOrder()))
                    .add(route.prefix().length());
        }

        Map<Prefix, RouteEntry> of(VrfName vrf) {
            return routes.getOrDefault(vrf, Map.of());
        }

        NavigableSet<Integer> lengthsOf(VrfName vrf) {
            return lengths.getOrDefault(vrf, Collections.emptyNavigableSet());
        }
    }

    private RouteIndex index() {
        RouteIndex known = index;
        if (known == null) {
            known = new RouteIndex();
            unsorted().forEach(known::add);
            index = known;
        }
        return known;
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
        Stream<RouteEntry> here = IntStream.range(0, places.size()).boxed().flatMap(each -> places.get(each).stream()
                .map(ways.get(each)::entry));
        return Stream.concat(here, others.stream());
    }

    @Override
    public Optional<RouteEntry> route(VrfName vrf, Prefix prefix) {
        return Optional.ofNullable(index().of(vrf).get(prefix));
    }

    @Override
    public Optional<RouteEntry> longestMatch(VrfName vrf, IpAddress address) {
        Map<Prefix, RouteEntry> here = index().of(vrf);
        for (int each : index().lengthsOf(vrf)) {
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
