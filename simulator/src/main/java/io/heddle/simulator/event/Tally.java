package io.heddle.simulator.event;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Traffic;
import java.util.HashMap;
import java.util.Map;

/** Counts what routers do. Single-threaded. */
final class Tally {

    private static final class Count {
        private long received;
        private long announced;
        private long withdrawn;
        private long decisions;
    }

    private final Map<DeviceName, Count> counts = new HashMap<>();
    private long bytes;

    private Count at(DeviceName router) {
        return counts.computeIfAbsent(router, _ -> new Count());
    }

    void updated(DeviceName router, long messages, long announced, long withdrawn) {
        Count count = at(router);
        count.received += messages;
        count.announced += announced;
        count.withdrawn += withdrawn;
    }

    void decided(DeviceName router, int changes) {
        at(router).decisions += changes;
    }

    void sent(long more) {
        bytes += more;
    }

    void reset() {
        counts.clear();
        bytes = 0;
    }

    EventRun.Counters of(Device device) {
        Count count = counts.getOrDefault(device.name(), new Count());
        Hardware hardware = device.hardware();
        return new EventRun.Counters(
                count.received,
                count.announced,
                count.withdrawn,
                count.decisions,
                hardware == null ? 0 : hardware.peak());
    }

    Traffic traffic() {
        long messages = 0;
        long announced = 0;
        long withdrawn = 0;
        for (Count each : counts.values()) {
            messages += each.received;
            announced += each.announced;
            withdrawn += each.withdrawn;
        }
        return new Traffic(messages, announced, withdrawn, bytes);
    }
}
