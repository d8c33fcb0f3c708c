package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.tables.SwitchTables;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.EntryCounts;
import io.heddle.simulator.timeline.EntryKey;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts of what one switch should hold, in constant time an entry, from one enumeration at the beginning: what found no room is counted as
 * well. Single-threaded.
 */
final class RunningCounts {

    private final EntryCounts counts;
    private final Map<Object, TableEntry> wanted = new HashMap<>();

    RunningCounts(SwitchConfig config, SwitchTables tables) {
        counts = new EntryCounts(config);
        TableDifference.entries(tables).forEach(this::put);
        tables.remoteVteps().forEach(each -> put(new TableEntry.Tunnel(each)));
    }

    void apply(Change.TablesChanged change) {
        change.removed().forEach(this::remove);
        change.put().forEach(this::put);
    }

    void apply(Change.NotWritten change) {
        put(change.entry());
    }

    private void put(TableEntry entry) {
        TableEntry before = wanted.put(EntryKey.of(entry), entry);
        if (before != null) {
            counts.count(before, -1);
        }
        counts.count(entry, 1);
    }

    private void remove(TableEntry entry) {
        TableEntry before = wanted.remove(EntryKey.of(entry));
        if (before != null) {
            counts.count(before, -1);
        }
    }

    TableCounts now() {
        return counts.now();
    }
}
