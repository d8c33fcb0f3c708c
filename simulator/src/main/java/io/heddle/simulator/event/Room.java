package io.heddle.simulator.event;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.timeline.EntryCounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of a switch's tables is in use, held against the limits of its device that are known. Single-threaded. */
final class Room {

    private final SwitchConfig config;
    private final TableAudit audit;
    private final boolean grouped;
    private final Map<Content.Way, Integer> ways = new HashMap<>();
    private EntryCounts counts;
    private TableCounts used;

    /**
     * Of a switch that holds nothing.
     *
     * @param grouped whether prefixes travel in groups: which of a group finds room is then not known, and the run has to be made without
     */
    Room(SwitchConfig config, TableAudit audit, boolean grouped) {
        this.config = config;
        this.audit = audit;
        this.grouped = grouped;
        counts = new EntryCounts(config);
        used = counts.now();
    }

    /**
     * Has a place hold something else. Where that does not fit nothing changes, and the table that is full is returned.
     *
     * @throws Groups.Parted if it does not fit and prefixes travel in groups
     */
    Optional<TableAudit.Full> exchange(Slot slot, @Nullable Content before, @Nullable Content after) {
        count(slot, before, -1);
        count(slot, after, 1);
        TableCounts now = counts.now();
        Optional<TableAudit.Full> full = audit.full(used, now);
        if (full.isEmpty()) {
            used = now;
            return full;
        }
        if (grouped) {
            throw new Groups.Parted(config.name() + " has no room for all of those that fare alike");
        }
        count(slot, after, -1);
        count(slot, before, 1);
        return full;
    }

    private void count(Slot slot, @Nullable Content content, int sign) {
        switch (content) {
            case null -> {}
            case Content.Whole(TableEntry entry) -> counts.count(entry, sign);
            case Content.Way way -> {
                slot.entries(way, each -> {
                    if (each instanceof TableEntry.Route(var route)) {
                        counts.route(EntryKind.of(route), sign);
                    }
                });
                // There are few ways and many routes: the next hops of each way are counted once.
                int before = ways.size();
                ways.merge(way, sign, (a, b) -> a + b == 0 ? null : a + b);
                if (ways.size() != before) {
                    counts.way(way.nextHops(), sign);
                }
            }
        }
    }

    /** Everything is gone. */
    void clear() {
        ways.clear();
        counts = new EntryCounts(config);
        used = counts.now();
    }
}
