package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Pod;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every controller dead. The only clocks that run in switches and nodes without a controller are BGP's hold time (9 s here), the restart time that
 * it asked for (10 s) and FRR's own; agents have none. So what stands once these are over stands for an hour as well, and this waits until then.
 */
class FailStaticIT {

    private static final int PODS_A_NODE = 11;
    private static final long PATIENCE_SECONDS = 60;
    private static final int RESTART_SECONDS = 10;
    private static final long LONGER_STILL_SECONDS = Boolean.getBoolean("heddle.long") ? 60 : 1;

    @Test
    void withEveryControllerDeadPodsOfPlannedBlocksStayAndOnlyWhatControllersAnnouncedGoes() throws Exception {
        ManagedLab.Size size = new ManagedLab.Size(1, 1, List.of("limits: {low-addresses: 2}"), RESTART_SECONDS);
        try (ChaosFabric fabric = ChaosFabric.start("fail-static.yaml", size, 200)) {
            try {
                play(fabric);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + fabric.logs(), e);
            }
        }
    }

    private static void play(ChaosFabric fabric) throws Exception {
        fabric.awaitControllers();
        for (NodeProgram each : fabric.lab.nodes()) {
            for (int i = 0; i < PODS_A_NODE; i++) {
                insist(fabric, each.name());
            }
        }
        fabric.prober.awaitAll(() -> fabric.pods, PATIENCE_SECONDS);
        Set<String> blocks = fabric.lab.nodes().stream()
                .flatMap(each -> each.blocks().stream())
                .map(Prefix::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Pod> planned = planned(fabric);
        assertThat(planned).hasSizeBetween(2, fabric.pods.size() - 2);

        fabric.process("controller-1").kill();
        fabric.prober.longestGapMillis();
        // What goes when they have waited long enough: the blocks beyond the plan, which the controller announced. What
        // stays: those of the plan.
        new SwitchRoutes(fabric.lab).await(blocks, fabric.pods, PATIENCE_SECONDS);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGER_STILL_SECONDS);
        do {
            fabric.prober.awaitAll(() -> planned, PATIENCE_SECONDS);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        } while (System.nanoTime() < end);
        new SwitchRoutes(fabric.lab).await(blocks, fabric.pods, 1);
        System.out.printf(
                "without controllers no pair of planned pods was silent for more than %d ms%n",
                fabric.prober.longestGapMillis());

        // Agents work alone: one starts again, a pod ends and another takes its place.
        DeviceName node = fabric.lab.nodes().getFirst().name();
        fabric.restart("agent-" + node);
        ManagedLab.awaitAgent(fabric.process("agent-" + node));
        Pod ends = planned.stream()
                .filter(each -> each.node().equals(node))
                .findFirst()
                .orElseThrow();
        fabric.removePod(ends);
        insist(fabric, node);
        fabric.prober.awaitAll(() -> planned(fabric), PATIENCE_SECONDS);

        // And everything is back with a controller.
        fabric.restart("controller-1");
        fabric.awaitControllers();
        fabric.prober.awaitAll(() -> fabric.pods, PATIENCE_SECONDS);
        assertThat(fabric.prober.translated()).isEmpty();
    }

    private static List<Pod> planned(ChaosFabric fabric) {
        return fabric.pods.stream()
                .filter(pod -> fabric.lab.nodes().stream()
                        .flatMap(each -> each.blocks().stream())
                        .anyMatch(each -> each.contains(pod.address())))
                .toList();
    }

    /** The next block may be on its way. */
    private static void insist(ChaosFabric fabric, DeviceName node) throws LabException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                fabric.addPod(node);
                return;
            } catch (LabException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }
}
