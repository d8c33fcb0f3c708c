package io.heddle.simulator.timeline;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables with differences on top: memory grows with what changed and not with what is held. Single-threaded.
 */
final class OverlaidTables implements SwitchTables {

    private record MacKey(VlanId vlan, Mac mac) {}

    private record NeighborKey(VlanId vlan, IpAddress address) {}

    private final DeviceName device;
    private final @Nullable SwitchTables base;
    private final @Nullable SwitchConfig config;

    /** An entry that came, or none where the base's is gone; by its {@link EntryKey}. */
    private final Map<Object, Optional<RouteEntry>> routes = new HashMap<>();

    /** Lengths of prefixes of routes that ever came, the longest first. */
    private final NavigableSet<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());

    private final Map<MacKey, Optional<FdbEntry>> macs = new HashMap<>();
    private final Map<NeighborKey, Optional<NeighborEntry>> neighbors = new HashMap<>();
    private final Map<FloodEntry, Optional<FloodEntry>> flood = new HashMap<>();
    private final Map<IpAddress, Optional<IpAddress>> tunnels = new HashMap<>();

    /**
     * Nothing differs yet.
     *
     * @param base what it held at the beginning; null for a device that starts empty
     * @param config to count by; null for a node
     */
    OverlaidTables(DeviceName device, @Nullable SwitchTables base, @Nullable SwitchConfig config) {
        this.device = device;
        this.base = base;
        this.config = config;
    }

    void apply(Change.TablesChanged change) {
        change.removed().forEach(each -> set(each, false));
        change.put().forEach(each -> set(each, true));
    }

    /** Whether something stands under the key of an entry. */
    boolean holds(TableEntry entry) {
        return switch (entry) {
            case TableEntry.Route(RouteEntry route) ->
                route(route.vrf(), route.prefix()).isPresent();
            case TableEntry.Fdb(FdbEntry mac) -> mac(mac.vlan(), mac.mac()).isPresent();
            case TableEntry.Neighbor(NeighborEntry neighbor) ->
                neighbors()
                        .anyMatch(each -> each.vlan().equals(neighbor.vlan())
                                && each.address().equals(neighbor.address()));
            case TableEntry.Flood(FloodEntry flooded) -> floodList().anyMatch(flooded::equals);
            case TableEntry.Tunnel(IpAddress vtep) -> remoteVteps().anyMatch(vtep::equals);
        };
    }

    private void set(TableEntry entry, boolean there) {
        switch (entry) {
            case TableEntry.Route(RouteEntry route) -> {
                routes.put(EntryKey.ofRoute(route.vrf(), route.prefix()), there(route, there));
                if (there) {
                    lengths.add(route.prefix().length());
                }
            }
            case TableEntry.Fdb(FdbEntry mac) -> macs.put(new MacKey(mac.vlan(), mac.mac()), there(mac, there));
            case TableEntry.Neighbor(NeighborEntry each) ->
                neighbors.put(new NeighborKey(each.vlan(), each.address()), there(each, there));
            case TableEntry.Flood(FloodEntry each) -> flood.put(each, there(each, there));
            case TableEntry.Tunnel(IpAddress vtep) -> tunnels.put(vtep, there(vtep, there));
        }
    }

    private static <T> Optional<T> there(T entry, boolean there) {
        return there ? Optional.of(entry) : Optional.empty();
    }

    @Override
    public DeviceName device() {
        return device;
    }

    @Override
    public Stream<RouteEntry> routes() {
        return over(SwitchTables::routes, each -> EntryKey.ofRoute(each.vrf(), each.prefix()), routes);
    }

    private <K, E> Stream<E> over(
            Function<SwitchTables, Stream<E>> ofBase, Function<E, K> key, Map<K, Optional<E>> changed) {
        Stream<E> kept = base == null
                ? Stream.empty()
                : ofBase.apply(base).filter(each -> !changed.containsKey(key.apply(each)));
        return Stream.concat(kept, changed.values().stream().flatMap(Optional::stream));
    }

    @Override
    public Optional<RouteEntry> route(VrfName vrf, Prefix prefix) {
        Optional<RouteEntry> changed = routes.get(EntryKey.ofRoute(vrf, prefix));
        return changed != null ? changed : base == null ? Optional.empty() : base.route(vrf, prefix);
    }

    @Override
    public Optional<RouteEntry> longestMatch(VrfName vrf, IpAddress address) {
        Optional<RouteEntry> held = base == null ? Optional.empty() : base.longestMatch(vrf, address);
        if (held.isPresent()
                && routes.containsKey(EntryKey.ofRoute(vrf, held.get().prefix()))) {
            // It changed or is gone, so that a shorter one of the base's may count.
            return SwitchTables.super.longestMatch(vrf, address);
        }
        int longest = held.map(each -> each.prefix().length()).orElse(-1);
        for (int each : lengths) {
            if (each <= longest) {
                break;
            }
            Optional<RouteEntry> came = each > address.family().bits()
                    ? Optional.empty()
                    : routes.getOrDefault(EntryKey.ofRoute(vrf, Prefix.covering(address, each)), Optional.empty());
            if (came.isPresent()) {
                return came;
            }
        }
        return held;
    }

    @Override
    public Stream<NeighborEntry> neighbors() {
        return over(SwitchTables::neighbors, each -> new NeighborKey(each.vlan(), each.address()), neighbors);
    }

    @Override
    public Stream<FdbEntry> macs() {
        return over(SwitchTables::macs, each -> new MacKey(each.vlan(), each.mac()), macs);
    }

    @Override
    public Optional<FdbEntry> mac(VlanId vlan, Mac mac) {
        Optional<FdbEntry> changed = macs.get(new MacKey(vlan, mac));
        return changed != null ? changed : base == null ? Optional.empty() : base.mac(vlan, mac);
    }

    @Override
    public Stream<FloodEntry> floodList() {
        return over(SwitchTables::floodList, each -> each, flood);
    }

    @Override
    public Stream<IpAddress> remoteVteps() {
        return over(SwitchTables::remoteVteps, each -> each, tunnels).sorted();
    }

    /** Counts every entry; a base that nothing changed answers itself. */
    @Override
    public TableCounts counts() {
        boolean unchanged =
                routes.isEmpty() && macs.isEmpty() && neighbors.isEmpty() && flood.isEmpty() && tunnels.isEmpty();
        if (base != null && unchanged) {
            return base.counts();
        }
        if (config == null) {
            throw new IllegalStateException("the tables of " + device + ", which is no switch, are not counted");
        }
        return ExplicitTables.count(
                config,
                routes().toList(),
                neighbors().toList(),
                macs().toList(),
                floodList().toList(),
                remoteVteps().toList());
    }
}
