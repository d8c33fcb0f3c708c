package io.heddle.simulator.drill;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Mac;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Timeline;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each pod spoke last: when it came, or before everything else if it was there from the beginning. */
final class LastWords {

    private record Speaker(DeviceName node, Mac mac) {}

    private final Map<Speaker, Integer> last = new HashMap<>();

    static LastWords of(Timeline timeline) {
        LastWords words = new LastWords();
        for (int i = 0; i < timeline.moments().size(); i++) {
            if (timeline.moments().get(i).change() instanceof Change.PodsCame(List<Endpoint> pods)) {
                for (Endpoint each : pods) {
                    words.last.put(new Speaker(each.node(), each.mac()), i);
                }
            }
        }
        return words;
    }

    /** The last that spoke first. */
    List<Endpoint> lastFirst(List<Endpoint> pods) {
        return pods.stream()
                .sorted(Comparator.comparingInt(this::when).reversed())
                .toList();
    }

    /** Whether two of them spoke at the same time. */
    boolean atOnce(List<Endpoint> pods) {
        return pods.stream().mapToInt(this::when).distinct().count() < pods.size();
    }

    private int when(Endpoint pod) {
        return last.getOrDefault(new Speaker(pod.node(), pod.mac()), -1);
    }
}
