package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Pod;
import io.heddle.model.fabric.DeviceName;
import io.heddle.test.fabrics.RouteMonitor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every controller dies at once and comes back: leafs keep the pods that they announced, until End-of-RIB says which of them are still there. */
class ControllersRestartIT {

    private static final int PODS_A_NODE = 3;
    private static final long PATIENCE_SECONDS = 60;
    private static final long AWAY_SECONDS = 5;

    @Test
    void noRouteChangesWhileAllControllersRestartAndWhatEndedMeanwhileGoes() throws Exception {
        try (ChaosFabric fabric = ChaosFabric.start("restart.yaml", new ManagedLab.Size(2, 1, List.of()), 50)) {
            try {
                play(fabric);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + fabric.logs(), e);
            }
        }
    }

    private static void play(ChaosFabric fabric) throws Exception {
        fabric.awaitControllers();
        fabric.addPods(PODS_A_NODE);
        fabric.prober.awaitAll(() -> fabric.pods, PATIENCE_SECONDS);
        SwitchRoutes routes = new SwitchRoutes(fabric.lab);
        routes.await(hosts(fabric.pods), fabric.pods, PATIENCE_SECONDS);
        Pod ends = fabric.pods.getFirst();
        List<Pod> stay = List.copyOf(fabric.pods.subList(1, fabric.pods.size()));
        List<String> switches = fabric.lab.management().switches().stream()
                .map(each -> fabric.lab.lab().space(each.name().value()))
                .toList();
        fabric.prober.longestGapMillis();
        try (RouteMonitor monitor = RouteMonitor.start(switches)) {
            fabric.process("controller-1").kill();
            fabric.process("controller-2").kill();
            fabric.removePod(ends);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(AWAY_SECONDS);
            while (System.nanoTime() < end) {
                fabric.prober.awaitAll(() -> stay, PATIENCE_SECONDS);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
            monitor.untilItHasSeen();
            assertThat(monitor.changes()).as("without any controller").isEmpty();

            fabric.started(fabric.lab.startController(0));
            fabric.started(fabric.lab.startController(1));
            fabric.awaitControllers();
            routes.await(hosts(stay), stay, PATIENCE_SECONDS);
            fabric.prober.awaitAll(() -> stay, PATIENCE_SECONDS);
            assertThat(monitor.changes())
                    .noneMatch(each -> stay.stream().anyMatch(pod -> each.contains(" " + pod.address() + " ")));
        }
        System.out.printf(
                "all controllers dead for %d s: no pair of pods was silent for more than %d ms%n",
                AWAY_SECONDS, fabric.prober.longestGapMillis());

        // Two of them again: one alone takes nothing with it, and what ends then goes at once for both to say.
        DeviceName node = stay.getFirst().node();
        fabric.restart("controller-1");
        Pod next = fabric.addPod(node);
        fabric.removePod(stay.getFirst());
        fabric.awaitControllers();
        routes.await(hosts(fabric.pods), fabric.pods, PATIENCE_SECONDS);
        assertThat(fabric.pods).contains(next);
        fabric.prober.awaitAll(() -> fabric.pods, PATIENCE_SECONDS);
        assertThat(fabric.prober.translated()).isEmpty();
    }

    private static Set<String> hosts(List<Pod> pods) {
        return pods.stream().map(each -> each.address() + "/32").collect(Collectors.toCollection(TreeSet::new));
    }
}
