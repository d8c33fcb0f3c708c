package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.RouteEntry;
import java.util.Comparator;

/** An entry of any of a switch's tables. */
public sealed interface TableEntry {

    /** A tunnel to a remote VTEP, under the entries that use it. */
    record Tunnel(IpAddress vtep) implements TableEntry {}

    record Flood(FloodEntry entry) implements TableEntry {}

    record Fdb(FdbEntry entry) implements TableEntry {}

    record Neighbor(NeighborEntry entry) implements TableEntry {}

    record Route(RouteEntry entry) implements TableEntry {}

    /** How many ranks there are. */
    int RANKS = 5;

    /** Where it stands among the others: what it needs comes before. */
    default int rank() {
        return switch (this) {
            case Tunnel _ -> 0;
            case Flood _ -> 1;
            case Fdb _ -> 2;
            case Neighbor _ -> 3;
            case Route _ -> 4;
        };
    }

    /** Equal for entries that a switch cannot hold at once. */
    Comparator<TableEntry> BY_KEY = Comparator.comparingInt(TableEntry::rank).thenComparing(TableEntry::compareKeys);

    private static int compareKeys(TableEntry one, TableEntry other) {
        return switch (one) {
            case Tunnel a when other instanceof Tunnel b -> a.vtep.compareTo(b.vtep);
            case Flood a when other instanceof Flood b -> a.entry.compareTo(b.entry);
            case Fdb a when other instanceof Fdb b -> a.entry.compareTo(b.entry);
            case Neighbor a when other instanceof Neighbor b -> a.entry.compareTo(b.entry);
            case Route a when other instanceof Route b -> a.entry.compareTo(b.entry);
            default -> Integer.compare(one.rank(), other.rank());
        };
    }
}
