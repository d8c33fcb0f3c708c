package io.heddle.lab.diff;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How computed tables and held ones agree.
 *
 * @param compared how many entries of each table were looked at, over all switches
 * @param excluded how many of them differ for a reason that is in {@code exclusions.txt}
 */
public record Fidelity(
        List<Difference> differences, Map<EntryTable, Integer> compared, Map<Peculiarity, Integer> excluded) {

    public Fidelity {
        differences = List.copyOf(differences);
        compared = Collections.unmodifiableMap(new TreeMap<>(compared));
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
    }

    /** Compares switch by switch; one that is only in one of the two has no entries in the other. */
    public static Fidelity of(
            NetworkConfig config, Map<DeviceName, SwitchTables> computed, Map<DeviceName, ExplicitTables> held) {
        Exclusions exclusions = new Exclusions(config, computed);
        List<Difference> differences = new ArrayList<>();
        Map<EntryTable, Integer> compared = new EnumMap<>(EntryTable.class);
        Map<Peculiarity, Integer> excluded = new EnumMap<>(Peculiarity.class);
        computed.forEach((device, tables) -> {
            ExplicitTables real = held.get(device);
            if (real == null) {
                throw new IllegalArgumentException("switch " + device + " was not looked at");
            }
            TableComparison comparison = TableComparison.of(ExplicitTables.copyOf(tables), real, exclusions);
            differences.addAll(comparison.differences);
            comparison.compared.forEach((table, count) -> compared.merge(table, count, Integer::sum));
            comparison.excluded.forEach((reason, count) -> excluded.merge(reason, count, Integer::sum));
        });
        return new Fidelity(differences, compared, excluded);
    }

    public boolean isFull() {
        return differences.isEmpty();
    }

    /** Entries that are the same in both or are not excluded, over all tables. */
    public int total() {
        return compared.values().stream().mapToInt(each -> each).sum()
                - excluded.values().stream().mapToInt(each -> each).sum();
    }
}
