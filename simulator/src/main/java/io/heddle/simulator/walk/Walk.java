package io.heddle.simulator.walk;

import io.heddle.model.fabric.DeviceName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every step that a packet may take. Equal positions are one step, so time and memory grow with the devices on the way and not with the
 * paths.
 */
public final class Walk {

    /** In the order they were first reached; the first is the start. */
    private final Step[] steps;
    /** By step, the steps that its legs lead to. */
    private final int[][] next;

    private Walk(Step[] steps, int[][] next) {
        this.steps = steps;
        this.next = next;
    }

    public static Walk of(Forwarding forwarding, Position start) {
        return of(new Steps(forwarding), start);
    }

    /** The same where steps are remembered. */
    public static Walk of(Steps known, Position start) {
        List<Steps.Spot> spots = known.from(start);
        Step[] steps = new Step[spots.size()];
        int[][] next = new int[spots.size()][];
        for (int i = 0; i < steps.length; i++) {
            Steps.Spot each = spots.get(i);
            steps[i] = each.step();
            next[i] = each.next();
        }
        return new Walk(steps, next);
    }

    public Position start() {
        return steps[0].at();
    }

    /** The steps in the order they were first reached. */
    public List<Step> steps() {
        return Collections.unmodifiableList(Arrays.asList(steps));
    }

    /** The devices whose processors forward the packet somewhere on the way. */
    public Set<DeviceName> inSoftware() {
        Set<DeviceName> devices = new LinkedHashSet<>();
        for (Step each : steps) {
            if (each instanceof Step.Sent sent && sent.inSoftware()) {
                devices.add(sent.at().device());
            }
        }
        return devices;
    }

    /** What happens at a position on the way. */
    Step at(Position position) {
        for (Step each : steps) {
            if (each.at().equals(position)) {
                return each;
            }
        }
        throw new IllegalArgumentException("not on the way: " + position);
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
        for (Step each : steps) {
            if (each instanceof Step.Ended ended) {
                End end =
                        new End(ended.arrival(), ended.at().device(), ended.at().device() + ": " + ended.reason());
                if (!ends.contains(end)) {
                    ends.add(end);
                }
            }
        }
        loop(0, new boolean[steps.length], new boolean[steps.length], ends);
        return ends;
    }

    private void loop(int at, boolean[] onPath, boolean[] done, List<End> ends) {
        if (onPath[at]) {
            DeviceName device = steps[at].at().device();
            End end = new End(Arrival.LOOP, device, "back at " + device);
            if (!ends.contains(end)) {
                ends.add(end);
            }
            return;
        }
        onPath[at] = true;
        if (!done[at]) {
            for (int each : next[at]) {
                loop(each, onPath, done, ends);
            }
        }
        onPath[at] = false;
        done[at] = true;
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
        return paths(0, new boolean[steps.length], new BigInteger[steps.length]);
    }

    private BigInteger paths(int at, boolean[] onPath, @Nullable BigInteger[] known) {
        BigInteger before = known[at];
        if (before != null) {
            return before;
        }
        if (next[at].length == 0 || onPath[at]) {
            return BigInteger.ONE;
        }
        onPath[at] = true;
        BigInteger sum = BigInteger.ZERO;
        for (int each : next[at]) {
            sum = sum.add(paths(each, onPath, known));
        }
        onPath[at] = false;
        known[at] = sum;
        return sum;
    }

    /** The share of flows that arrive if every choice splits them evenly; what comes round to where it was does not. */
    public double arriving() {
        return arriving(_ -> true);
    }

    /** The same of flows that arrive at such a device: where an address is on two, one of them is the wrong one. */
    public double arriving(Predicate<DeviceName> there) {
        double[] known = new double[steps.length];
        Arrays.fill(known, Double.NaN);
        return arriving(0, there, new boolean[steps.length], known);
    }

    private double arriving(int at, Predicate<DeviceName> there, boolean[] onPath, double[] known) {
        if (!Double.isNaN(known[at])) {
            return known[at];
        }
        return switch (steps[at]) {
            case Step.Ended ended ->
                ended.arrival() == Arrival.ARRIVES && there.test(ended.at().device()) ? 1 : 0;
            case Step.Sent _ -> {
                if (onPath[at]) {
                    yield 0;
                }
                onPath[at] = true;
                double sum = 0;
                for (int each : next[at]) {
                    sum += arriving(each, there, onPath, known);
                }
                onPath[at] = false;
                known[at] = sum / next[at].length;
                yield known[at];
            }
        };
    }

    /** A step of one path, and the leg it takes; the last has none. */
    public record Hop(Step step, Optional<Leg> taken) {}

    /** The path a flow takes if devices hash like that. It ends at the first device it comes to a second time. */
    public List<Hop> pick(FlowHash hash, Flow flow) {
        List<Hop> path = new ArrayList<>();
        boolean[] seen = new boolean[steps.length];
        int at = 0;
        while (steps[at] instanceof Step.Sent sent && !seen[at]) {
            seen[at] = true;
            int pick = hash.pick(sent.at().device(), flow, sent.legs().size());
            path.add(new Hop(sent, Optional.of(sent.legs().get(pick))));
            at = next[at][pick];
        }
        path.add(new Hop(steps[at], Optional.empty()));
        return path;
    }
}
