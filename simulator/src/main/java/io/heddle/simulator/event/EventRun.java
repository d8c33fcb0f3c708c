package io.heddle.simulator.event;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.timeline.Traffic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a simulation.
 *
 * @param atEnd the tables of every living switch at the end
 * @param counters by router
 * @param start how long the fabric took from nothing to rest
 * @param startTraffic what was sent for that
 * @param trace equal in two runs only if everything happened alike in them
 * @param events how many things happened
 * @param travelledAlong how many prefixes travelled in a group, under the name of another
 */
public record EventRun(
        Timeline timeline,
        Map<DeviceName, SwitchTables> atEnd,
        Map<DeviceName, Counters> counters,
        SimTime start,
        Traffic startTraffic,
        long trace,
        long events,
        int travelledAlong) {

    public EventRun {
        atEnd = Collections.unmodifiableMap(new LinkedHashMap<>(atEnd));
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
    }

    /**
     * What one router did since the first incident, or in a run from nothing, in all.
     *
     * @param received UPDATEs; those of groups, where prefixes travel in groups, while routes are counted one by one
     * @param announced routes in them
     * @param withdrawn routes taken back in them
     * @param decisions how often it changed its mind about a destination
     * @param peakEntries the most entries a switch's tables held at once
     */
    public record Counters(long received, long announced, long withdrawn, long decisions, int peakEntries) {}
}
