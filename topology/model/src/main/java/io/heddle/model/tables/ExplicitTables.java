package io.heddle.model.tables;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables held entry by entry: small fabrics, what a real switch reports, the reference implementation. Sets are sorted; equality is
 * by entries, counts excluded since they follow.
 */
public record ExplicitTables(
        DeviceName device,
        NavigableSet<RouteEntry> routeSet,
        NavigableSet<NeighborEntry> neighborSet,
        NavigableSet<FdbEntry> macSet,
        NavigableSet<FloodEntry> floodSet,
        NavigableSet<IpAddress> vtepSet,
        TableCounts counts)
        implements SwitchTables {

    /** With no remote VTEPs but those that entries name. */
    public static ExplicitTables of(
            SwitchConfig config,
            Collection<RouteEntry> routes,
            Collection<NeighborEntry> neighbors,
            Collection<FdbEntry> macs,
            Collection<FloodEntry> flood) {
        return of(config, routes, neighbors, macs, flood, List.of());
    }

    /**
     * Sorts the entries and counts them; {@code config} tells the VLANs and VNIs of the switch.
     *
     * @param moreVteps remote VTEPs besides those that entries name: next hops of imported type-5 routes that lost their prefix
     */
    public static ExplicitTables of(
            SwitchConfig config,
            Collection<RouteEntry> routes,
            Collection<NeighborEntry> neighbors,
            Collection<FdbEntry> macs,
            Collection<FloodEntry> flood,
            Collection<IpAddress> moreVteps) {
        NavigableSet<IpAddress> vteps = EntryCounter.remoteVteps(routes, neighbors, macs, flood);
        vteps.addAll(moreVteps);
        return new ExplicitTables(
                config.name(),
                new TreeSet<>(routes),
                new TreeSet<>(neighbors),
                new TreeSet<>(macs),
                new TreeSet<>(flood),
                vteps,
                EntryCounter.count(config, routes, neighbors, macs, flood, vteps.size()));
    }

    /** How many entries there would be of each kind, as in {@link #of}, without keeping them. */
    public static TableCounts count(
            SwitchConfig config,
            Collection<RouteEntry> routes,
            Collection<NeighborEntry> neighbors,
            Collection<FdbEntry> macs,
            Collection<FloodEntry> flood,
            Collection<IpAddress> moreVteps) {
        NavigableSet<IpAddress> vteps = EntryCounter.remoteVteps(routes, neighbors, macs, flood);
        vteps.addAll(moreVteps);
        return EntryCounter.count(config, routes, neighbors, macs, flood, vteps.size());
    }

    /** The same entries as {@code tables}, written out. */
    public static ExplicitTables copyOf(SwitchTables tables) {
        return new ExplicitTables(
                tables.device(),
                tables.routes().collect(Collectors.toCollection(TreeSet::new)),
                tables.neighbors().collect(Collectors.toCollection(TreeSet::new)),
                tables.macs().collect(Collectors.toCollection(TreeSet::new)),
                tables.floodList().collect(Collectors.toCollection(TreeSet::new)),
                tables.remoteVteps().collect(Collectors.toCollection(TreeSet::new)),
                tables.counts());
    }

    @Override
    public Stream<RouteEntry> routes() {
        return routeSet.stream();
    }

    @Override
    public Optional<RouteEntry> route(VrfName vrf, Prefix prefix) {
        return routeSet.stream()
                .filter(each -> each.prefix().equals(prefix) && each.vrf().equals(vrf))
                .findFirst();
    }

    @Override
    public Stream<NeighborEntry> neighbors() {
        return neighborSet.stream();
    }

    @Override
    public Stream<FdbEntry> macs() {
        return macSet.stream();
    }

    @Override
    public Optional<FdbEntry> mac(VlanId vlan, Mac mac) {
        return macSet.stream()
                .filter(each -> each.vlan().equals(vlan) && each.mac().equals(mac))
                .findFirst();
    }

    @Override
    public Stream<FloodEntry> floodList() {
        return floodSet.stream();
    }

    @Override
    public Stream<IpAddress> remoteVteps() {
        return vtepSet.stream();
    }
}
