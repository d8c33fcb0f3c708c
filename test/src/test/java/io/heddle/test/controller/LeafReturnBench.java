package io.heddle.test.controller;

import io.heddle.lab.managed.ManagedLab;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long pods are silent when a leaf dies, and when it comes back and lights its ports to nodes by {@code heddle-node-ports},
 * {@code LeafReturnBench [TIMES]}, as root: the fabric of {@link ChaosIT}, two pods a node, each speaking to every other every 50 ms.
 */
public final class LeafReturnBench {

    private static final DeviceName LEAF = DeviceName.of("leaf-1-1");
    private static final long PATIENCE_SECONDS = 240;

    private LeafReturnBench() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        try (ChaosFabric fabric = ChaosFabric.start("chaos.yaml", new ManagedLab.Size(2, 1, List.of()), 50)) {
            fabric.awaitControllers();
            fabric.addPods(2);
            fabric.prober.awaitAll(() -> fabric.pods, PATIENCE_SECONDS);
            List<Long> dead = new ArrayList<>();
            List<Long> back = new ArrayList<>();
            List<Long> nothing = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                nothing.add(silence(fabric, Outage.NONE, false));
                dead.add(silence(fabric, Outage.of(LEAF), false));
                back.add(silence(fabric, Outage.NONE, true));
            }
            print("nothing happens", nothing);
            print("the leaf dies", dead);
            print("the leaf comes back", back);
        }
    }

    /** The longest that a pair was silent, from when something is broken or repaired until nothing changes any more. */
    private static long silence(ChaosFabric fabric, Outage outage, boolean whole) throws Exception {
        fabric.prober.longestGapMillis();
        fabric.lab.apply(outage);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (whole && !fabric.lab.lab().routers().stream().allMatch(each -> each.established() == each.sessions())) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not all sessions are up again");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        // The ports are lit after the routes have come.
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(8));
        fabric.prober.awaitAll(() -> fabric.pods, PATIENCE_SECONDS);
        return fabric.prober.longestGapMillis();
    }

    private static void print(String what, List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.println(String.format(
                Locale.ROOT,
                "%-22s silent for at most, ms: median %d, %d to %d (%d times)",
                what,
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast(),
                sorted.size()));
    }
}
