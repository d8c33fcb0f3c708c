package io.heddle.evpn.calc;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.model.tables.TableCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one switch holds, worked out from what all share as it is read. Routes are those of its VRFs; the default VRF is the underlay's
 * business. Streams must be read before the next input.
 */
final class CalculatedTables implements SwitchTables {

    private final int number;
    private final Supplier<@Nullable SwitchState> state;
    private final LocalHosts locals;
    private final Tally tally;
    private final MacCalculator macs;
    private final NeighborCalculator neighbors;
    private final RouteCalculator prefixes;

    CalculatedTables(
            int number,
            Supplier<@Nullable SwitchState> state,
            LocalHosts locals,
            Tally tally,
            MacCalculator macs,
            NeighborCalculator neighbors,
            RouteCalculator prefixes) {
        this.number = number;
        this.state = state;
        this.locals = locals;
        this.tally = tally;
        this.macs = macs;
        this.neighbors = neighbors;
        this.prefixes = prefixes;
    }

    private SwitchState state() {
        SwitchState found = state.get();
        if (found == null) {
            throw new IllegalStateException("switch number " + number + " is gone");
        }
        return found;
    }

    @Override
    public DeviceName device() {
        return state().config().name();
    }

    private static <E extends TableEntry> Stream<E> only(Class<E> kind, Outcome outcome) {
        return kind.isInstance(outcome.entry()) ? Stream.of(kind.cast(outcome.entry())) : Stream.empty();
    }

    @Override
    public Stream<RouteEntry> routes() {
        return state().ipVrfs().stream()
                .flatMap(vrf -> prefixes(vrf).stream()
                        .flatMap(prefix -> only(TableEntry.Route.class, prefixes.outcome(vrf, prefix, number))))
                .map(TableEntry.Route::entry);
    }

    private static List<Prefix> prefixes(IpVrf vrf) {
        TreeSet<Prefix> short_ = new TreeSet<>(vrf.subnets.keySet());
        short_.addAll(vrf.connected.keySet());
        List<Prefix> all = new ArrayList<>(short_);
        vrf.hosts.forEach(each -> {
            Prefix host = Prefix.host(each);
            if (!short_.contains(host)) {
                all.add(host);
            }
        });
        return all;
    }

    @Override
    public Optional<RouteEntry> route(VrfName name, Prefix prefix) {
        return state().ipVrfs().stream()
                .filter(vrf -> vrf.key.name().equals(name))
                .flatMap(vrf -> only(TableEntry.Route.class, prefixes.outcome(vrf, prefix, number)))
                .map(TableEntry.Route::entry)
                .findFirst();
    }

    @Override
    public Stream<NeighborEntry> neighbors() {
        return state().macVrfs().values().stream()
                .flatMap(vrf -> addresses(vrf)
                        .filter(each -> vrf.covering(each).contains(number))
                        .flatMap(each -> only(TableEntry.Neighbor.class, neighbors.outcome(vrf, each, number))))
                .map(TableEntry.Neighbor::entry);
    }

    private Stream<IpAddress> addresses(MacVrf vrf) {
        TreeSet<IpAddress> own = new TreeSet<>();
        LongTable<LocalHost> here = locals.on(number, vrf.key.vlan().value());
        if (here != null) {
            for (long mac : here.sortedKeys()) {
                LocalHost local = here.get(mac);
                own.addAll(local == null ? List.of() : local.addresses());
            }
        }
        List<IpAddress> all = new ArrayList<>(own);
        vrf.addresses.forEach(each -> {
            if (!own.contains(each)) {
                all.add(each);
            }
        });
        return all.stream();
    }

    @Override
    public Stream<FdbEntry> macs() {
        return state().macVrfs().values().stream()
                .flatMap(vrf ->
                        macs(vrf).boxed().flatMap(mac -> only(TableEntry.Fdb.class, macs.outcome(vrf, mac, number))))
                .map(TableEntry.Fdb::entry);
    }

    private LongStream macs(MacVrf vrf) {
        LongTable<LocalHost> here = locals.on(number, vrf.key.vlan().value());
        LongStream imported = LongStream.of(vrf.macs.sortedKeys());
        return here == null
                ? imported
                : LongStream.concat(
                        LongStream.of(here.sortedKeys()).filter(each -> vrf.macs.get(each) == null), imported);
    }

    @Override
    public Optional<FdbEntry> mac(VlanId vlan, Mac mac) {
        MacVrf vrf = state().ofVlan(vlan.value());
        return vrf == null
                ? Optional.empty()
                : only(TableEntry.Fdb.class, macs.outcome(vrf, mac.bits(), number))
                        .map(TableEntry.Fdb::entry)
                        .findFirst();
    }

    @Override
    public Stream<FloodEntry> floodList() {
        return state().byVni().values().stream().flatMap(vrf -> vrf.flood.keySet().stream()
                .filter(each -> each.usable.contains(number))
                .map(each -> new FloodEntry(vrf.vni(), each.address)));
    }

    @Override
    public Stream<IpAddress> remoteVteps() {
        List<IpAddress> all = new ArrayList<>();
        tally.forEachTunnel(number, all::add);
        return all.stream();
    }

    @Override
    public TableCounts counts() {
        long[] counts = new long[EntryKind.values().length];
        for (CountedKind each : CountedKind.values()) {
            counts[each.kind.ordinal()] += each == CountedKind.FLOOD ? 0 : tally.count(each, number);
        }
        set(counts, EntryKind.OVERLAY_NEXT_HOP, tally.sumDistinct(number, CountedKind::asNextHop));
        set(counts, EntryKind.ECMP_GROUP, tally.sumDistinct(number, CountedKind::asGroup));
        set(counts, EntryKind.ECMP_MEMBER, tally.sumDistinct(number, CountedKind::asMembers));
        set(counts, EntryKind.VTEP_PER_VNI, tally.largest(number, CountedKind::asFloodList));
        set(counts, EntryKind.REMOTE_VTEP, remoteVteps().count());
        configured(state().config(), counts);
        return TableCounts.of(counts);
    }

    private static void configured(SwitchConfig config, long[] counts) {
        long vnis = 0;
        long interfaces = 0;
        for (VlanConfig each : config.vlans()) {
            vnis += each.vni().isPresent() ? 1 : 0;
            interfaces += each.vni().isPresent() && each.svi().isPresent() ? 1 : 0;
        }
        long l3vnis =
                config.vrfs().stream().filter(each -> each.l3vni().isPresent()).count();
        set(counts, EntryKind.VLAN, config.vlans().size());
        set(counts, EntryKind.VNI, vnis + l3vnis);
        set(counts, EntryKind.OVERLAY_RIF, interfaces + l3vnis);
    }

    private static void set(long[] counts, EntryKind kind, long count) {
        counts[kind.ordinal()] = count;
    }
}
