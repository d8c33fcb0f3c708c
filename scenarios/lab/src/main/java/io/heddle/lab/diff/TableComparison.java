package io.heddle.lab.diff;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.ExplicitTables;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Holds the tables of one switch as computed against those it has, entry by entry. Single-threaded. */
final class TableComparison {

    /** Why a pair that is not equal does not count as different, if there is a reason. */
    @FunctionalInterface
    private interface Excuse<E> {
        Optional<Peculiarity> of(Optional<E> computed, Optional<E> held);
    }

    private final DeviceName device;
    final List<Difference> differences = new ArrayList<>();
    final Map<EntryTable, Integer> compared = new EnumMap<>(EntryTable.class);
    final Map<Peculiarity, Integer> excluded = new EnumMap<>(Peculiarity.class);

    private TableComparison(DeviceName device) {
        this.device = device;
    }

    static TableComparison of(ExplicitTables computed, ExplicitTables held, Exclusions exclusions) {
        DeviceName device = computed.device();
        TableComparison comparison = new TableComparison(computed.device());
        comparison.entries(
                EntryTable.ROUTE,
                computed.routeSet(),
                held.routeSet(),
                each -> each.vrf() + " " + each.prefix(),
                EntryWords::of,
                (one, other) -> exclusions.route(device, one, other));
        comparison.entries(
                EntryTable.NEIGHBOR,
                computed.neighborSet(),
                held.neighborSet(),
                each -> "VLAN " + each.vlan() + " " + each.address(),
                EntryWords::of,
                (one, other) -> exclusions.neighbor(computed, one, other));
        comparison.entries(
                EntryTable.MAC,
                computed.macSet(),
                held.macSet(),
                each -> "VLAN " + each.vlan() + " " + each.mac(),
                EntryWords::of,
                (one, other) -> exclusions.mac(computed, one, other));
        comparison.entries(
                EntryTable.FLOOD,
                computed.floodSet(),
                held.floodSet(),
                each -> "VNI " + each.vni() + " " + each.vtep(),
                _ -> "listed",
                (_, _) -> Optional.empty());
        comparison.entries(
                EntryTable.VTEP,
                computed.vtepSet(),
                held.vtepSet(),
                IpAddress::toString,
                _ -> "known",
                (one, other) -> one.flatMap(each -> exclusions.vtep(computed, each, other.isPresent())));
        return comparison;
    }

    /** Entries order by their key alone: the same key with another value is found here too. */
    private <E extends Comparable<E>> void entries(
            EntryTable table,
            NavigableSet<E> computed,
            NavigableSet<E> held,
            Function<E, String> key,
            Function<E, String> words,
            Excuse<E> excuse) {
        NavigableSet<E> keys = new TreeSet<>(computed);
        keys.addAll(held);
        for (E each : keys) {
            Optional<E> one = atKey(computed, each);
            Optional<E> other = atKey(held, each);
            compared.merge(table, 1, Integer::sum);
            if (!one.equals(other)) {
                excuse.of(one, other)
                        .ifPresentOrElse(
                                reason -> excluded.merge(reason, 1, Integer::sum),
                                () -> differences.add(new Difference(
                                        device,
                                        table,
                                        key.apply(each),
                                        one.map(words).orElse("none"),
                                        other.map(words).orElse("none"))));
            }
        }
    }

    private static <E extends Comparable<E>> Optional<E> atKey(NavigableSet<E> entries, E key) {
        return Optional.ofNullable(entries.floor(key)).filter(each -> each.compareTo(key) == 0);
    }
}
