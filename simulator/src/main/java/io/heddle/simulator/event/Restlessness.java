package io.heddle.simulator.event;

import io.heddle.bgp.rib.LocRib;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.SimTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells oscillation from a long way to rest: long after the last incident, a router changes its mind about one destination again and again.
 * Path hunting ends after as many changes as there are paths. Single-threaded.
 */
final class Restlessness {

    private final int flips;
    private final Map<LocRib.Destination, Map<DeviceName, Integer>> changes = new HashMap<>();
    private long from = Long.MAX_VALUE;
    private boolean restless;
    /** What will go on for ever, other than changes of mind. */
    private String endless = "";

    Restlessness(int flips) {
        this.flips = flips;
    }

    /** Counts from a time on. */
    void watchFrom(long time) {
        from = time;
        changes.clear();
        restless = !endless.isEmpty();
    }

    void endless(String why) {
        endless = endless.isEmpty() ? why : endless;
        restless = true;
    }

    /** Whether it counts now. */
    boolean isWatching(long now) {
        return now >= from;
    }

    void note(DeviceName router, LocRib.Destination destination) {
        int times = changes.computeIfAbsent(destination, _ -> new TreeMap<>()).merge(router, 1, Integer::sum);
        restless |= times >= flips;
    }

    boolean isRestless() {
        return restless;
    }

    /** Which prefixes, and who is at odds about them. */
    Ending ending(long now) {
        if (!endless.isEmpty()) {
            return new Ending.Oscillating(new SimTime(now), List.of(), endless);
        }
        TreeSet<Prefix> prefixes = new TreeSet<>();
        TreeSet<DeviceName> routers = new TreeSet<>();
        int most = 0;
        for (var each : changes.entrySet()) {
            boolean often = false;
            for (var times : each.getValue().entrySet()) {
                if (times.getValue() >= flips / 2) {
                    routers.add(times.getKey());
                    often = true;
                    most = Math.max(most, times.getValue());
                }
            }
            if (often) {
                each.getKey().prefix().ifPresent(prefixes::add);
            }
        }
        String who = routers.stream().map(DeviceName::toString).collect(Collectors.joining(", "));
        String text = who + " change their mind about "
                + (prefixes.size() == 1 ? prefixes.first().toString() : prefixes.size() + " prefixes")
                + " again and again, up to " + most + " times each: no choice of theirs suits all of them";
        return new Ending.Oscillating(new SimTime(now), List.copyOf(prefixes), text);
    }

    Ending cutShort(long now, Duration limit) {
        return new Ending.CutShort(new SimTime(now), limit.toSeconds() + " s after the last incident");
    }
}
