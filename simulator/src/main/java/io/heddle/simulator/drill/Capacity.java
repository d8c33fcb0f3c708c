package io.heddle.simulator.drill;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import io.heddle.simulator.timeline.Replay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the cables between tiers can carry as time goes by. Single-threaded. */
final class Capacity {

    private static final Comparator<String> BY_NAME = Comparator.naturalOrder();

    private final Map<String, List<Link>> tiers = new TreeMap<>(BY_NAME);
    private final Map<String, Long> before = new TreeMap<>(BY_NAME);
    private final Map<String, Long> lowest = new TreeMap<>(BY_NAME);
    private final Map<String, Long> last = new TreeMap<>(BY_NAME);
    private final PortIndex ports;

    Capacity(Fabric fabric) {
        ports = PortIndex.of(fabric);
        for (Link each : fabric.links()) {
            String a = tier(fabric, each, true);
            String b = tier(fabric, each, false);
            String name = a.compareTo(b) <= 0 ? a + " to " + b : b + " to " + a;
            if (!name.contains(SwitchRole.OUT_OF_BAND.toString())) {
                tiers.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
            }
        }
    }

    private static String tier(Fabric fabric, Link link, boolean first) {
        var device = first ? link.a().device() : link.b().device();
        return fabric.findSwitch(device)
                .map(each -> each.role().toString())
                .orElseGet(() -> fabric.findNode(device).isPresent() ? "node" : "outside");
    }

    /** Looks at the cables as they are; the first look is the beginning. */
    void look(Replay replay) {
        Predicate<Link> carries = link -> replay.outage().isUp(link) && replay.uses(link.a()) && replay.uses(link.b());
        tiers.forEach((name, links) -> {
            long sum = 0;
            for (Link each : links) {
                sum += carries.test(each) ? ports.speed(each).bitsPerSecond() : 0;
            }
            before.putIfAbsent(name, sum);
            lowest.merge(name, sum, Math::min);
            last.put(name, sum);
        });
    }

    List<TierBandwidth> tiers() {
        List<TierBandwidth> list = new ArrayList<>();
        before.forEach((name, sum) -> list.add(new TierBandwidth(
                name,
                new Bandwidth(sum),
                new Bandwidth(lowest.getOrDefault(name, sum)),
                new Bandwidth(last.getOrDefault(name, sum)))));
        return list;
    }
}
