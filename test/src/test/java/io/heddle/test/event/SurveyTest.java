package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Outage;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.simulator.event.EventSurvey;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import io.heddle.test.agreement.TablesDifference;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Failure after failure on one fabric: each ends in the stable state of what is left, as if it were the first. */
class SurveyTest {

    @Test
    void everyFailureIsTheFirstOfItsFabric() {
        FabricCase fabric = PlannedFabrics.of("node-blocks", 1).orThrow();
        List<Incident> failures = new ArrayList<>();
        fabric.fabric().links().forEach(each -> failures.add(new Incident.CablesDown(Set.of(each), Notice.CARRIER)));
        fabric.fabric().switches().forEach(each -> failures.add(new Incident.DeviceDown(each.name(), Notice.CARRIER)));
        List<Incident> told = new ArrayList<>();
        int starts = EventSurvey.of(
                fabric.fabric(),
                fabric.config(),
                fabric.endpoints(),
                failures,
                Settings.DEFAULT.with(Settings.Pace.INSTANT).withGroupsFrom(0),
                (failure, run) -> {
                    told.add(failure);
                    StableState left = StableStateSolver.solve(
                            fabric.fabric(), fabric.config(), fabric.endpoints(), outage(failure));
                    left.tables().forEach((device, tables) -> assertThat(TablesDifference.first(
                                    ExplicitTables.copyOf(tables),
                                    ExplicitTables.copyOf(
                                            Objects.requireNonNull(run.atEnd().get(device)))))
                            .as(failure.text() + ", " + device)
                            .isEmpty());
                });

        assertThat(told).isEqualTo(failures);
        assertThat(starts).as("starts").isEqualTo(1);
    }

    private static Outage outage(Incident failure) {
        return switch (failure) {
            case Incident.CablesDown down -> new Outage(Set.of(), down.cables());
            case Incident.DeviceDown down -> Outage.of(down.device());
            default -> throw new IllegalArgumentException(failure.text());
        };
    }
}
