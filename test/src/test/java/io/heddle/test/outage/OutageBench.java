package io.heddle.test.outage;

import io.heddle.topology.plan.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Real outages, many runs of each drill: the longest loss of any flow between any two nodes. A line a run,
 * {@code drill,run,nanoseconds,flows,waited,lost,stalled,starved} ({@link Measured}): what {@link Recorded} reads. Arguments: the {@link Ground},
 * how many runs of each drill are to count, then the drills wanted (all). Runs that do not count are written too, and made up for by others
 * until there are twice as many. In real time ({@code chrt -r 1}), or other work on the machine is measured too.
 */
final class OutageBench {

    private static final int FLOWS_A_PAIR = 4;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS_A_RUN = 100;
    private static final Duration BEFORE = Duration.ofMillis(200);

    private OutageBench() {}

    public static void main(String[] arguments) throws Exception {
        Ground ground = Ground.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int wanted = Integer.parseInt(arguments[1]);
        List<String> names = List.of(arguments).subList(2, arguments.length);
        Plan plan = OutageFabrics.plan(ground);
        Map<String, Drills.Timed> drills = new LinkedHashMap<>(Drills.on(ground, plan));
        if (!names.isEmpty()) {
            drills.keySet().retainAll(names);
        }
        SplittableRandom random = new SplittableRandom(System.nanoTime());
        Map<String, Integer> counted = new LinkedHashMap<>();
        try (RealLab lab = RealLab.up(plan, ground == Ground.WATCHED)) {
            lab.settle();
            // The first does not count: the prober has yet to be compiled.
            once(lab, 2 * wanted, FLOWS_A_PAIR, drills.values().iterator().next(), 0);
            for (int run = 0; run < 2 * wanted; run++) {
                for (var each : drills.entrySet()) {
                    if (counted.getOrDefault(each.getKey(), 0) < wanted) {
                        long nanos = random.nextLong(each.getValue().phase().toNanos());
                        Measured measured = once(lab, run, FLOWS_A_PAIR, each.getValue(), nanos);
                        System.out.println(each.getKey() + "," + run + "," + measured);
                        counted.merge(
                                each.getKey(),
                                measured.heldUp() <= each.getValue().tolerance().toNanos() ? 1 : 0,
                                Integer::sum);
                    }
                }
            }
        }
    }

    /** Does it once, after a while, and mends it. */
    static Measured once(RealLab lab, int run, int flows, Drills.Timed timed, long after) throws Exception {
        RealDrill drill = timed.drill();
        drill.prepare(lab);
        lab.settle(drill.before(lab.lab().plan().fabric()));
        TimeUnit.NANOSECONDS.sleep(after);
        Pulse machine = Pulse.ofMachine();
        Pulse network = Pulse.ofNetwork();
        WorkerPulse workers = new WorkerPulse();
        try (Prober prober = new Prober(lab.flows(flows, FIRST_PORT + run * PORTS_A_RUN))) {
            long[] began = new long[1];
            Probes probes;
            try (machine;
                    network;
                    workers) {
                probes = prober.during(
                        BEFORE,
                        () -> {
                            began[0] = System.nanoTime();
                            drill.happen(lab);
                        },
                        timed.look());
            }
            long until = began[0] + timed.matters().toNanos();
            return new Measured(
                    probes.worst(),
                    probes.hit(),
                    network.longest(began[0], until),
                    probes.lostAtEnd().size(),
                    machine.longest(began[0], until),
                    workers.longest(began[0], until));
        } finally {
            drill.mend(lab);
            lab.settle();
        }
    }

    /**
     * What came of it.
     *
     * @param worst the longest loss of any flow, in nanoseconds
     * @param hit how many flows lost packets
     * @param waited how long a {@link Pulse} of the network was held up at most while it mattered, in nanoseconds
     * @param lost flows that were still lost at the end
     * @param stalled and one of the machine
     * @param starved and a {@link WorkerPulse}
     */
    record Measured(long worst, int hit, long waited, int lost, long stalled, long starved) {

        /** How long any of the pulses was held up at most. */
        long heldUp() {
            return Math.max(Math.max(stalled, waited), starved);
        }

        @Override
        public String toString() {
            return worst + "," + hit + "," + waited + "," + lost + "," + stalled + "," + starved;
        }
    }
}
