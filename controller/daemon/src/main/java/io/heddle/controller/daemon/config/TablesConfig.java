package io.heddle.controller.daemon.config;

import io.heddle.controller.southbound.use.TableSource;
import io.heddle.model.fabric.DeviceName;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where it is read what switches hold.
 *
 * @param every how often each is asked
 * @param stale how old a reading may be before it is said
 * @param mend whether a route that a switch lost is told again
 */
public record TablesConfig(Duration every, Duration stale, boolean mend, SortedMap<DeviceName, TableSource> switches) {
    public TablesConfig {
        switches = Collections.unmodifiableSortedMap(new TreeMap<>(switches));
    }
}
