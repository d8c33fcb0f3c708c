package io.heddle.evpn.calc;

import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for switches. A number is never given again, so that old sets keep their meaning. Single-threaded. */
final class SwitchNames {

    private final List<DeviceName> names = new ArrayList<>();
    private final Map<DeviceName, Integer> numbers = new HashMap<>();

    int number(DeviceName device) {
        return numbers.computeIfAbsent(device, each -> {
            names.add(each);
            return names.size() - 1;
        });
    }

    /** The number, or -1. */
    int find(DeviceName device) {
        return numbers.getOrDefault(device, -1);
    }

    DeviceName name(int number) {
        return names.get(number);
    }
}
