package io.heddle.scenarios.html;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.wording.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lists of names in short: neighbours in the fabric's order as {@code first to last}. Names that the fabric does not know stand alone.
 */
final class Names {

    private static final int RUNS = 4;

    private final Map<String, Integer> places = new HashMap<>();

    /** Names in the order in which a reader would count them. */
    Names(List<String> inOrder) {
        inOrder.forEach(each -> places.putIfAbsent(each, places.size()));
    }

    static Names of(Fabric fabric) {
        return new Names(Stream.concat(
                        fabric.switches().stream().map(Switch::name),
                        fabric.nodes().stream().map(Node::name))
                .map(DeviceName::toString)
                .toList());
    }

    /** A neighbourhood of names. */
    private record Run(String first, String last, int size) {
        @Override
        public String toString() {
            return size == 1 ? first : size == 2 ? first + ", " + last : first + " to " + last;
        }
    }

    /** {@code leaf-1 to leaf-80}; {@code leaf-1, leaf-3, leaf-5 and 37 more}. */
    String some(List<String> names) {
        List<Run> runs = runs(names);
        int told = runs.size() <= RUNS ? runs.size() : RUNS - 1;
        int left = names.size();
        List<String> parts = new ArrayList<>();
        for (Run each : runs.subList(0, told)) {
            parts.add(each.toString());
            left -= each.size();
        }
        return String.join(", ", parts) + (left == 0 ? "" : " and " + Numbers.of(left) + " more");
    }

    private List<Run> runs(List<String> names) {
        List<Run> runs = new ArrayList<>();
        int expected = -1;
        for (String each : names) {
            int place = places.getOrDefault(each, -1);
            if (place >= 0 && place == expected) {
                Run before = runs.removeLast();
                runs.add(new Run(before.first(), each, before.size() + 1));
            } else {
                runs.add(new Run(each, each, 1));
            }
            expected = place < 0 ? -1 : place + 1;
        }
        return runs;
    }
}
