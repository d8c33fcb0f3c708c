package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.walk.Arrival;
import io.heddle.simulator.walk.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where packets are lost as time goes by. Single-threaded. */
final class Traps {

    private record Place(Arrival kind, DeviceName device, String entry) {}

    /** An open trap: since when, whom it holds, and how many it ever held. */
    private static final class Open {
        final SimTime since;
        final Set<Pair> holds = new HashSet<>();
        final Set<Pair> met = new HashSet<>();

        Open(SimTime since) {
            this.since = since;
        }
    }

    private final Map<Place, Open> open = new LinkedHashMap<>();
    private final Map<Pair, Set<Place>> byPair = new HashMap<>();
    /** Those that some pair left since traps were closed. */
    private final Set<Place> left = new LinkedHashSet<>();

    private final List<Trap> closed = new ArrayList<>();

    /** The pair's packets end as in this walk from now on. */
    void set(Pair pair, List<Walk.End> ends, SimTime now) {
        if (ends.isEmpty() && !byPair.containsKey(pair)) {
            return;
        }
        Set<Place> places = new LinkedHashSet<>();
        for (Walk.End each : ends) {
            if (each.arrival() != Arrival.ARRIVES) {
                Place place = new Place(each.arrival(), each.device(), each.where());
                places.add(place);
                Open trap = open.computeIfAbsent(place, _ -> new Open(now));
                trap.holds.add(pair);
                trap.met.add(pair);
            }
        }
        Set<Place> before = places.isEmpty() ? byPair.remove(pair) : byPair.put(pair, places);
        if (before != null) {
            before.stream().filter(each -> !places.contains(each)).forEach(place -> leave(pair, place));
        }
    }

    private void leave(Pair pair, Place place) {
        Open trap = open.get(place);
        if (trap != null) {
            trap.holds.remove(pair);
            left.add(place);
        }
    }

    /** Closes traps that hold nobody any more. */
    void settle(SimTime now) {
        for (Place each : left) {
            Open trap = open.get(each);
            if (trap != null && trap.holds.isEmpty()) {
                open.remove(each);
                if (now.compareTo(trap.since) > 0) {
                    closed.add(trap(each, trap, Optional.of(now)));
                }
            }
        }
        left.clear();
    }

    private static Trap trap(Place place, Open open, Optional<SimTime> until) {
        long pairs = open.met.stream().mapToLong(each -> each.size).sum();
        return new Trap(place.kind, place.device, place.entry, open.since, until, pairs);
    }

    /** All, in the order of time; those that are there at the end included. */
    List<Trap> all() {
        List<Trap> all = new ArrayList<>(closed);
        open.forEach((place, each) -> all.add(trap(place, each, Optional.empty())));
        all.sort(Comparator.comparing(Trap::from).thenComparing(Trap::device).thenComparing(Trap::entry));
        return all;
    }
}
