package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.timeline.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The difference between two tables of one switch, entry by entry. Time and memory grow with the entries. */
public final class TableDifference {

    private TableDifference() {}

    /** What turns one into the other; entries in their order. Tunnels follow from entries and are left out. */
    public static Change.TablesChanged between(DeviceName device, SwitchTables before, SwitchTables after) {
        Set<TableEntry> old = new HashSet<>(entries(before).toList());
        Set<TableEntry> fresh = new HashSet<>(entries(after).toList());
        List<TableEntry> put = new ArrayList<>();
        List<TableEntry> removed = new ArrayList<>();
        fresh.stream()
                .filter(each -> !old.contains(each))
                .sorted(TableEntry.BY_KEY)
                .forEach(put::add);
        old.stream()
                .filter(each -> !fresh.contains(each))
                .sorted(TableEntry.BY_KEY)
                .forEach(removed::add);
        return new Change.TablesChanged(device, put, removed);
    }

    static Stream<TableEntry> entries(SwitchTables tables) {
        return Stream.of(
                        tables.routes().map(TableEntry.Route::new),
                        tables.neighbors().map(TableEntry.Neighbor::new),
                        tables.macs().map(TableEntry.Fdb::new),
                        tables.floodList().map(TableEntry.Flood::new))
                .flatMap(each -> each);
    }
}
