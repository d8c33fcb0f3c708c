package io.heddle.lab.diff;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How computed tables and held ones agree.
 *
 * @param compared how many entries of each table were looked at, over all switches
 */
public record Fidelity(List<Difference> differences, Map<EntryTable, Integer> compared) {

    public Fidelity {
        differences = List.copyOf(differences);
        compared = Map.copyOf(compared);
    }

    /** Compares switch by switch; one that is only in one of the two has no entries in the other. */
    public static Fidelity of(Map<DeviceName, SwitchTables> computed, Map<DeviceName, ExplicitTables> held) {
        List<Difference> differences = new ArrayList<>();
        Map<EntryTable, Integer> compared = new EnumMap<>(EntryTable.class);
        computed.forEach((device, tables) -> {
            ExplicitTables real = held.get(device);
            if (real == null) {
                throw new IllegalArgumentException("switch " + device + " was not looked at");
            }
            TableComparison comparison = TableComparison.of(ExplicitTables.copyOf(tables), real);
            differences.addAll(comparison.differences);
            comparison.compared.forEach((table, count) -> compared.merge(table, count, Integer::sum));
        });
        return new Fidelity(differences, compared);
    }

    public boolean isFull() {
        return differences.isEmpty();
    }

    /** Entries compared, over all tables. */
    public int total() {
        return compared.values().stream().mapToInt(each -> each).sum();
    }
}
