package io.heddle.test.outage;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Real outages beside predicted ones, many runs of each drill: the longest loss of any flow between any two nodes. A line a run,
 * {@code drill run nanoseconds}, and a line a drill. Arguments: runs a drill (20), then the drills wanted (all).
 */
final class OutageBench {

    private static final int FLOWS_A_PAIR = 8;
    private static final int SEEDS = 40;

    private OutageBench() {}

    /** The drills of a fabric of two racks, with how long to look. */
    static Map<String, Timed> drills(Plan plan) {
        Link uplink = first(plan, SwitchRole.LEAF, SwitchRole.SPINE);
        Link nodeLink = plan.fabric().links().stream()
                .filter(each -> plan.fabric().nodes().stream().anyMatch(node -> each.touches(node.name())))
                .findFirst()
                .orElseThrow();
        DeviceName spine = firstSwitch(plan, SwitchRole.SPINE);
        DeviceName leaf = firstSwitch(plan, SwitchRole.LEAF);
        Map<String, Timed> drills = new LinkedHashMap<>();
        drills.put("uplink-cut", new Timed(new RealDrill.Cut(uplink), Duration.ofSeconds(3)));
        drills.put("node-cable-cut", new Timed(new RealDrill.Cut(nodeLink), Duration.ofSeconds(3)));
        drills.put("spine-dark", new Timed(new RealDrill.Dark(spine), Duration.ofSeconds(3)));
        drills.put("leaf-dark", new Timed(new RealDrill.Dark(leaf), Duration.ofSeconds(3)));
        drills.put("spine-bgpd-killed", new Timed(new RealDrill.Killed(spine), Duration.ofSeconds(3)));
        drills.put("leaf-bgpd-killed", new Timed(new RealDrill.Killed(leaf), Duration.ofSeconds(3)));
        drills.put("uplink-silent", new Timed(new RealDrill.Silence(uplink), Duration.ofSeconds(13)));
        drills.put("node-cable-silent", new Timed(new RealDrill.Silence(nodeLink), Duration.ofSeconds(13)));
        return drills;
    }

    record Timed(RealDrill drill, Duration look) {}

    private static DeviceName firstSwitch(Plan plan, SwitchRole role) {
        return plan.fabric().switches().stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Link first(Plan plan, SwitchRole one, SwitchRole other) {
        DeviceName a = firstSwitch(plan, one);
        DeviceName b = firstSwitch(plan, other);
        return plan.fabric().links().stream()
                .filter(each -> each.touches(a) && each.touches(b))
                .findFirst()
                .orElseThrow();
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        List<String> wanted = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        Plan plan = OutageFabrics.routed();
        Map<String, Timed> drills = new LinkedHashMap<>(drills(plan));
        if (!wanted.isEmpty()) {
            drills.keySet().retainAll(wanted);
        }
        try (RealLab lab = RealLab.up(plan)) {
            lab.settle();
            try (Prober prober = new Prober(lab.flows(FLOWS_A_PAIR))) {
                for (var each : drills.entrySet()) {
                    long[] real = real(lab, prober, each.getKey(), each.getValue(), runs);
                    show(
                            each.getKey(),
                            real,
                            Predicted.outages(plan, each.getValue().drill(), SEEDS));
                }
            }
        }
    }

    /** In order of length. */
    private static long[] real(RealLab lab, Prober prober, String name, Timed timed, int runs) throws Exception {
        List<Long> outages = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Probes probes =
                    prober.during(Duration.ofMillis(300), () -> timed.drill().happen(lab), timed.look());
            long longest = probes.longest().values().stream()
                    .mapToLong(each -> each)
                    .max()
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT,
                    "%s %d %d lost at end %d%n",
                    name,
                    run,
                    longest,
                    probes.lostAtEnd().size());
            outages.add(longest);
            timed.drill().mend(lab);
            lab.settle();
        }
        return outages.stream().mapToLong(each -> each).sorted().toArray();
    }

    private static void show(String name, long[] real, long[] predicted) {
        long inside = Arrays.stream(real)
                .filter(each -> each >= predicted[0] && each <= predicted[predicted.length - 1])
                .count();
        System.out.printf(
                Locale.ROOT,
                "%-20s real n=%d %s   predicted n=%d %s   inside %d%n",
                name,
                real.length,
                spread(real),
                predicted.length,
                spread(predicted),
                inside);
    }

    private static String spread(long[] sorted) {
        return String.format(
                Locale.ROOT,
                "min %.1f median %.1f max %.1f ms",
                sorted[0] / 1e6,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
