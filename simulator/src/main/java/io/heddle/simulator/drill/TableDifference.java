package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.timeline.Change;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The difference between two tables of one switch, entry by entry. Time and memory grow with the entries. */
public final class TableDifference {

    private TableDifference() {}

    /** What turns one into the other; entries in their order. Tunnels follow from entries and are left out. */
    public static Change.TablesChanged between(DeviceName device, SwitchTables before, SwitchTables after) {
        List<TableEntry> put = lacking(before, after);
        // Where each entry has its like and both have as many there is nothing else.
        List<TableEntry> removed =
                put.isEmpty() && entries(before).count() == entries(after).count() ? List.of() : lacking(after, before);
        return new Change.TablesChanged(device, put, removed);
    }

    /** What of some tables others lack, or have otherwise. Routes, the most of all, are looked up one by one. */
    private static List<TableEntry> lacking(SwitchTables in, SwitchTables of) {
        Set<TableEntry> there = bridged(in).collect(Collectors.toSet());
        return Stream.concat(
                        of.routes()
                                .filter(each -> in.route(each.vrf(), each.prefix())
                                        .filter(each::equals)
                                        .isEmpty())
                                .map(TableEntry.Route::new),
                        bridged(of).filter(each -> !there.contains(each)))
                .sorted(TableEntry.BY_KEY)
                .toList();
    }

    static Stream<TableEntry> entries(SwitchTables tables) {
        return Stream.concat(tables.routes().map(TableEntry.Route::new), bridged(tables));
    }

    private static Stream<TableEntry> bridged(SwitchTables tables) {
        return Stream.of(
                        tables.neighbors().map(TableEntry.Neighbor::new),
                        tables.macs().map(TableEntry.Fdb::new),
                        tables.floodList().map(TableEntry.Flood::new))
                .flatMap(each -> each);
    }
}
