package io.heddle.scenarios.html;

import io.heddle.scenarios.drill.Story;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Devices to which the same happens at the same times, in the order of the first change.
 *
 * @param lines those of the first device
 */
record DrillLane(List<String> devices, List<Story.Line> lines) {

    private record Mark(SimTime from, SimTime until, Story.Kind kind) {}

    static List<DrillLane> of(List<Story.Line> story) {
        Map<String, List<Story.Line>> byDevice = new LinkedHashMap<>();
        for (Story.Line each : story) {
            if (!each.where().isEmpty()) {
                byDevice.computeIfAbsent(each.where(), _ -> new ArrayList<>()).add(each);
            }
        }
        Map<List<Mark>, List<String>> alike = new LinkedHashMap<>();
        byDevice.forEach((device, lines) -> alike.computeIfAbsent(
                        lines.stream()
                                .map(each -> new Mark(each.from(), each.until(), each.kind()))
                                .toList(),
                        _ -> new ArrayList<>())
                .add(device));
        return alike.values().stream()
                .map(each -> new DrillLane(
                        List.copyOf(each), List.copyOf(byDevice.getOrDefault(each.getFirst(), List.of()))))
                .toList();
    }

    String name() {
        return devices.getFirst() + (devices.size() == 1 ? "" : " and " + (devices.size() - 1) + " more");
    }
}
