package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.timeline.SimTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossRowTest {

    private static final SimTime END = SimTime.ofMillis(1_000);

    @Test
    void whatOthersLostAlikeAtAnotherTimeIsOneRowWithARange() {
        List<LossRow> rows = LossRow.of(List.of(
                lost("node-1", "node-3", 10, 20, 1, "no route to 10.64.0.0"),
                lost("node-1", "node-4", 10, 320, 1, "no route to 10.64.9.0"),
                lost("node-2", "node-3", 10, 20, 1, "no route to 10.64.0.0"),
                lost("node-2", "node-4", 10, 320, 1, "no route to 10.64.9.0")));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.from()).isEqualTo("node-1 and 1 more");
            assertThat(row.to()).isEqualTo("node-3 and 1 more");
            assertThat(row.pairs()).isEqualTo(20);
            assertThat(row.longest(END)).isEqualTo("10.0 ms to 310 ms");
        });
    }

    @Test
    void whatIsLostForAnotherReasonOrShareOrForGoodStandsAlone() {
        List<PairOutage> outages = List.of(
                lost("node-1", "node-3", 10, 20, 1, "no route to 10.64.0.0"),
                lost("node-1", "node-4", 10, 20, 0.5, "no route to 10.64.9.0"),
                lost("node-1", "node-5", 10, 20, 1, "no neighbour"),
                lost("node-1", "node-6", 10, 0, 1, "no route to 10.64.0.0"));

        List<LossRow> rows = LossRow.of(outages);

        assertThat(rows).hasSize(4);
        assertThat(rows.getLast().longest(END)).isEqualTo("for good");
        assertThat(rows.getFirst().to()).isEqualTo("node-3");
    }

    private static PairOutage lost(String from, String to, long at, long until, double share, String reason) {
        return new PairOutage(
                List.of(DeviceName.of(from)),
                List.of(DeviceName.of(to)),
                from + " to 10.64.0.1",
                5,
                List.of(new Interruption(
                        SimTime.ofMillis(at),
                        until == 0 ? Optional.empty() : Optional.of(SimTime.ofMillis(until)),
                        share,
                        0,
                        reason,
                        "",
                        "")));
    }
}
