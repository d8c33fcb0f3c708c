package io.heddle.test.outage;

import io.heddle.topology.plan.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Real outages, many runs of each drill: the longest loss of any flow between any two nodes. A line a run,
 * {@code drill,run,nanoseconds,flows,waited,lost} ({@link Measured}): what {@link Recorded} reads. Arguments: whether BFD runs ({@code bfd}, {@code plain}), runs a drill,
 * then the drills wanted (all). In real time ({@code chrt -r 1}), or other work on the machine is measured too.
 */
final class OutageBench {

    private static final int FLOWS_A_PAIR = 6;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS_A_RUN = 100;
    private static final Duration BEFORE = Duration.ofMillis(200);

    private OutageBench() {}

    public static void main(String[] arguments) throws Exception {
        boolean bfd = arguments[0].equals("bfd");
        int runs = Integer.parseInt(arguments[1]);
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        Plan plan = OutageFabrics.routed(bfd);
        Map<String, Drills.Timed> drills = new LinkedHashMap<>(Drills.routed(plan.fabric()));
        drills.values().removeIf(each -> each.bfd() != bfd);
        if (!wanted.isEmpty()) {
            drills.keySet().retainAll(wanted);
        }
        SplittableRandom random = new SplittableRandom(System.nanoTime());
        try (RealLab lab = RealLab.up(plan, bfd)) {
            lab.settle();
            // The first does not count: the prober has yet to be compiled.
            once(lab, runs, drills.values().iterator().next(), 0);
            for (int run = 0; run < runs; run++) {
                for (var each : drills.entrySet()) {
                    long nanos = random.nextLong(each.getValue().phase().toNanos());
                    System.out.println(each.getKey() + "," + run + "," + once(lab, run, each.getValue(), nanos));
                }
            }
        }
    }

    /** Does it once, after a while, and mends it. */
    static Measured once(RealLab lab, int run, Drills.Timed timed, long after) throws Exception {
        RealDrill drill = timed.drill();
        drill.prepare(lab);
        lab.settle(drill.before(lab.lab().plan().fabric()));
        TimeUnit.NANOSECONDS.sleep(after);
        try (Prober prober = new Prober(lab.flows(FLOWS_A_PAIR, FIRST_PORT + run * PORTS_A_RUN))) {
            long[] began = new long[1];
            Contention contention = new Contention();
            Probes probes;
            try (contention) {
                probes = prober.during(
                        BEFORE,
                        () -> {
                            began[0] = System.nanoTime();
                            drill.happen(lab);
                        },
                        timed.look());
            }
            return new Measured(
                    probes.worst(),
                    probes.hit(),
                    contention.longest(began[0], began[0] + probes.worst()),
                    probes.lostAtEnd().size());
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
     * @param waited the longest wait for the kernel's lock meanwhile, in nanoseconds, see {@link Contention}
     * @param lost flows that were still lost at the end
     */
    record Measured(long worst, int hit, long waited, int lost) {
        @Override
        public String toString() {
            return worst + "," + hit + "," + waited + "," + lost;
        }
    }
}
