package io.heddle.topology.graph;

import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * The connected components of a graph, numbered from 0 by their smallest device name.
 *
 * @param numberOf each device's component, in name order; a removed device is missing
 */
public record Components(SequencedMap<DeviceName, Integer> numberOf) {

    public Components {
        numberOf = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numberOf));
    }

    public OptionalInt of(DeviceName device) {
        Integer number = numberOf.get(device);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** How many components there are. */
    public int count() {
        return numberOf.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
    }

    /** The devices of each component, by its number. */
    public Map<Integer, List<DeviceName>> devices() {
        Map<Integer, List<DeviceName>> devices = new LinkedHashMap<>();
        numberOf.forEach((device, number) ->
                devices.computeIfAbsent(number, each -> new ArrayList<>()).add(device));
        return devices;
    }
}
