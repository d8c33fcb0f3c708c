package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.NodeProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fabric of real FRR with controllers, agents and pods. */
class ChaosIT {

    @Test
    void podsReachEachOther() throws Exception {
        try (ChaosFabric fabric = ChaosFabric.start("chaos.yaml", List.of(), 250)) {
            for (NodeProgram each : fabric.lab.nodes()) {
                fabric.addPod(each.name());
            }
            try {
                System.out.printf("all pairs after %d ms%n", fabric.prober.awaitAll(fabric.pods, 60));
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + fabric.logs(), e);
            }
            assertThat(fabric.prober.translated()).isEmpty();
        }
    }
}
