package io.heddle.simulator.event;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Cause;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A place in a device's tables: what should be there, and what is. Single-threaded. */
final class Slot {

    final Object key;
    /** The prefixes that share the place, if it is a route's: they are told of one by one. */
    final List<Prefix> members;
    /** What BGP chose. */
    Content.@Nullable Way learned;
    /** What it has told of that, which would be there, and what the device knows by itself, which comes first (rule 4.1). */
    Content.@Nullable Way told;

    Content.@Nullable Way local;

    @Nullable
    Content wanted;

    @Nullable
    Content held;

    /** What should be there and found no room, as long as nothing else is wanted. */
    @Nullable
    Content refused;

    /** The table that had no room for it, and what the device does then. */
    TableAudit.@Nullable Full full;

    /** What was held when {@link Hardware#mark} was called. */
    @Nullable
    Content marked;

    /** Why BGP has something to tell of it; null if it does not. */
    @Nullable
    Cause untold;

    /** Why it waits to be written; null if it does not. */
    @Nullable
    Cause due;

    Slot(Object key, List<Prefix> members) {
        this.key = key;
        this.members = members;
    }

    /** Nothing is there, and nothing should be. */
    void empty() {
        learned = null;
        told = null;
        untold = null;
        local = null;
        wanted = null;
        held = null;
        refused = null;
        full = null;
        due = null;
    }

    /** How many entries it is. */
    int size() {
        return members.isEmpty() ? 1 : members.size();
    }

    /** The entries that some content is in it. */
    void entries(Content content, Consumer<TableEntry> into) {
        switch (content) {
            case Content.Whole(TableEntry entry) -> into.accept(entry);
            case Content.Way way -> {
                for (Prefix each : members) {
                    into.accept(way.to(each));
                }
            }
        }
    }
}
