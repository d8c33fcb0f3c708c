package io.heddle.scenarios.judge;

import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What several switches say, equal answers together.
 *
 * @param answers in the order in which they were first given
 */
record Spread(Map<Found, List<DeviceName>> answers) {

    private static final int SHOWN = 3;

    static Spread of(List<DeviceName> switches, Function<DeviceName, Found> question) {
        Map<Found, List<DeviceName>> answers = new LinkedHashMap<>();
        for (DeviceName each : switches) {
            answers.computeIfAbsent(question.apply(each), _ -> new ArrayList<>())
                    .add(each);
        }
        return new Spread(answers);
    }

    /** Holds if it holds on every one of at least one. */
    Found found() {
        if (answers.isEmpty()) {
            return Found.missing("there is no such switch");
        }
        boolean holds = answers.keySet().stream().allMatch(Found::holds);
        if (answers.size() == 1) {
            return new Found(holds, answers.keySet().iterator().next().text());
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Found, List<DeviceName>> each : answers.entrySet()) {
            if (parts.size() == SHOWN) {
                parts.add((answers.size() - SHOWN) + " other answers");
                break;
            }
            int others = each.getValue().size() - 1;
            parts.add(each.getKey().text() + " on " + each.getValue().getFirst()
                    + (others == 0 ? "" : " and " + others + " more"));
        }
        return new Found(holds, String.join("; ", parts));
    }
}
