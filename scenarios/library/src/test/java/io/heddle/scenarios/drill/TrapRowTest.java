package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.drill.Trap;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.walk.Arrival;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrapRowTest {

    @Test
    void whatADeviceLacksForManyIsOneRow() {
        List<TrapRow> rows = TrapRow.of(List.of(
                trap("leaf-1", "leaf-1: no route to 10.64.0.0", 0),
                trap("leaf-1", "leaf-1: no route to 10.64.9.128", 0),
                trap("leaf-2", "leaf-2: no route to 10.64.0.0", 0),
                trap("leaf-1", "leaf-1: no route to 10.64.1.0", 5),
                trap("leaf-1", "leaf-1: port swp1 is down", 0)));

        assertThat(rows)
                .extracting(TrapRow::entry)
                .containsExactly(
                        "leaf-1: no route to 10.64.0.0, and 1 more",
                        "leaf-2: no route to 10.64.0.0",
                        "leaf-1: no route to 10.64.1.0",
                        "leaf-1: port swp1 is down");
        assertThat(rows.getFirst().pairs()).isEqualTo(6);
        assertThat(rows.getFirst().until()).isEqualTo("the end");
    }

    private static Trap trap(String device, String entry, long from) {
        return new Trap(Arrival.NO_ROUTE, DeviceName.of(device), entry, SimTime.ofMillis(from), Optional.empty(), 3);
    }
}
