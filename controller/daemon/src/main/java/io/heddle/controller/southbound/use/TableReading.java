package io.heddle.controller.southbound.use;

import io.heddle.controller.core.TableUse;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.TableCounts;
import java.util.function.Function;

/** What a switch says it holds. */
public sealed interface TableReading {

    /** Entry by entry. */
    record Entries(KernelTables tables, String source) implements TableReading {}

    /** Numbers alone. */
    record Counts(CrmReading counts) implements TableReading {}

    /**
     * As admission takes it.
     *
     * @param entries what the switch is expected to hold
     * @param counts the same as numbers
     */
    default TableUse use(
            DeviceName device, Function<DeviceName, KernelTables> entries, Function<DeviceName, TableCounts> counts) {
        return switch (this) {
            case Entries(KernelTables tables, String source) -> tables.use(device, entries.apply(device), source);
            case Counts(CrmReading reading) -> reading.use(device, counts.apply(device));
        };
    }
}
