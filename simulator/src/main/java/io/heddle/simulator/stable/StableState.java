package io.heddle.simulator.stable;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.SwitchTables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of every living switch, in the order of the configuration.
 *
 * @param oscillating prefixes for which BGP finds no fixed point; they are in no table
 * @param routeClasses how many fixed points were computed, for the curious and for benchmarks
 */
public record StableState(Map<DeviceName, SwitchTables> tables, List<Prefix> oscillating, int routeClasses) {

    public StableState {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        oscillating = List.copyOf(oscillating);
    }

    /** The tables of a switch; empty if it does not live. */
    public Optional<SwitchTables> tables(DeviceName device) {
        return Optional.ofNullable(tables.get(device));
    }
}
