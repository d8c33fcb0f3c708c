package io.heddle.simulator.walk;

import io.heddle.model.fabric.DeviceName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every step that a packet may take. Equal positions are one step, so time and memory grow with the devices on the way and not with the
 * paths.
 */
public final class Walk {

    private final Position start;
    private final Map<Position, Step> steps;

    private Walk(Position start, Map<Position, Step> steps) {
        this.start = start;
        this.steps = steps;
    }

    public static Walk of(Forwarding forwarding, Position start) {
        return of(forwarding::step, start);
    }

    /** The same where somebody remembers steps. */
    public static Walk of(Function<Position, Step> steps, Position start) {
        return new Walk(start, all(steps, start));
    }

    private static Map<Position, Step> all(Function<Position, Step> forwarding, Position start) {
        Map<Position, Step> steps = new LinkedHashMap<>();
        List<Position> ahead = new ArrayList<>(List.of(start));
        while (!ahead.isEmpty()) {
            Position at = ahead.removeLast();
            if (!steps.containsKey(at)) {
                Step step = forwarding.apply(at);
                steps.put(at, step);
                if (step instanceof Step.Sent sent) {
                    sent.legs().reversed().forEach(leg -> ahead.add(leg.next()));
                }
            }
        }
        return steps;
    }

    public Position start() {
        return start;
    }

    /** The steps in the order they were first reached. */
    public List<Step> steps() {
        return List.copyOf(steps.values());
    }

    /** What happens at a position on the way. */
    Step at(Position position) {
        Step step = steps.get(position);
        if (step == null) {
            throw new IllegalArgumentException("not on the way: " + position);
        }
        return step;
    }

    /**
     * One path's end.
     *
     * @param device that had the packet last
     * @param where the device and the entry that decided
     */
    public record End(Arrival arrival, DeviceName device, String where) {}

    /** Every way a path can end, each once; loops last. */
    public List<End> ends() {
        List<End> ends = new ArrayList<>();
        for (Step each : steps.values()) {
            if (each instanceof Step.Ended ended) {
                End end =
                        new End(ended.arrival(), ended.at().device(), ended.at().device() + ": " + ended.reason());
                if (!ends.contains(end)) {
                    ends.add(end);
                }
            }
        }
        loop(start, new HashSet<>(), new HashSet<>(), ends);
        return ends;
    }

    private void loop(Position at, Set<Position> onPath, Set<Position> done, List<End> ends) {
        if (!onPath.add(at)) {
            End end = new End(Arrival.LOOP, at.device(), "back at " + at.device());
            if (!ends.contains(end)) {
                ends.add(end);
            }
            return;
        }
        if (at(at) instanceof Step.Sent sent && !done.contains(at)) {
            sent.legs().forEach(leg -> loop(leg.next(), onPath, done, ends));
        }
        onPath.remove(at);
        done.add(at);
    }

    /** The worst way a path can end. */
    public End worst() {
        return worst(ends());
    }

    /** The worst of the ends of a walk; of two as bad, the first. */
    public static End worst(List<End> ends) {
        End worst = null;
        for (End each : ends) {
            if (worst == null || each.arrival().compareTo(worst.arrival()) > 0) {
                worst = each;
            }
        }
        if (worst == null) {
            throw new IllegalStateException("a walk without an end");
        }
        return worst;
    }

    /** The number of paths; a loop counts as one end. */
    public BigInteger paths() {
        return paths(start, new HashSet<>(), new HashMap<>());
    }

    private BigInteger paths(Position at, Set<Position> onPath, Map<Position, BigInteger> known) {
        BigInteger before = known.get(at);
        if (before != null) {
            return before;
        }
        if (!(at(at) instanceof Step.Sent sent) || !onPath.add(at)) {
            return BigInteger.ONE;
        }
        BigInteger sum = BigInteger.ZERO;
        for (Leg each : sent.legs()) {
            sum = sum.add(paths(each.next(), onPath, known));
        }
        onPath.remove(at);
        known.put(at, sum);
        return sum;
    }

    /** The share of flows that arrive if every choice splits them evenly; what comes round to where it was does not. */
    public double arriving() {
        return arriving(_ -> true);
    }

    /** The same of flows that arrive at such a device: where an address is on two, one of them is the wrong one. */
    public double arriving(Predicate<DeviceName> there) {
        return arriving(start, there, new HashSet<>(), new HashMap<>());
    }

    private double arriving(
            Position at, Predicate<DeviceName> there, Set<Position> onPath, Map<Position, Double> known) {
        Double before = known.get(at);
        if (before != null) {
            return before;
        }
        return switch (at(at)) {
            case Step.Ended ended ->
                ended.arrival() == Arrival.ARRIVES && there.test(ended.at().device()) ? 1 : 0;
            case Step.Sent sent -> {
                if (!onPath.add(at)) {
                    yield 0;
                }
                double sum = 0;
                for (Leg each : sent.legs()) {
                    sum += arriving(each.next(), there, onPath, known);
                }
                onPath.remove(at);
                double mean = sum / sent.legs().size();
                known.put(at, mean);
                yield mean;
            }
        };
    }

    /** A step of one path, and the leg it takes; the last has none. */
    public record Hop(Step step, Optional<Leg> taken) {}

    /** The path a flow takes if devices hash like that. It ends at the first device it comes to a second time. */
    public List<Hop> pick(FlowHash hash, Flow flow) {
        List<Hop> path = new ArrayList<>();
        Set<Position> seen = new HashSet<>();
        Position at = start;
        while (at(at) instanceof Step.Sent sent && seen.add(at)) {
            Leg leg = sent.legs().get(hash.pick(at.device(), flow, sent.legs().size()));
            path.add(new Hop(sent, Optional.of(leg)));
            at = leg.next();
        }
        path.add(new Hop(at(at), Optional.empty()));
        return path;
    }
}
