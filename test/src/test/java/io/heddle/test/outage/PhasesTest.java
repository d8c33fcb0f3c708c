package io.heddle.test.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** When hold timers end in a spine that goes silent, which is when the last KEEPALIVE of each of its sessions came. */
class PhasesTest {

    /** When the sessions of a silent spine ended, at both sides, in seconds. */
    private static Map<String, List<Double>> ends(long seed) throws Exception {
        Plan plan = OutageFabrics.plan(Ground.PLAIN);
        RealDrill drill = Objects.requireNonNull(Drills.on(Ground.PLAIN, plan).get("spine-silent"))
                .drill();
        EventRun run = EventSimulation.run(
                plan.fabric(),
                plan.config(),
                plan.endpoints(),
                drill.before(plan.fabric()),
                Schedule.of(drill.incident(plan.fabric())),
                Predicted.LAB.with(seed));
        Map<String, List<Double>> ends = new TreeMap<>();
        for (Moment each : run.timeline().moments()) {
            if (each.change() instanceof Change.SessionDown down) {
                Set<DeviceName> sides = new TreeSet<>(Set.of(down.at(), down.peer()));
                ends.computeIfAbsent(sides.toString(), _ -> new ArrayList<>())
                        .add(each.at().seconds());
            }
        }
        return ends;
    }

    @Test
    void theSidesOfASessionAreInStepAndSessionsAreNot() throws Exception {
        List<Double> first = new ArrayList<>();
        for (long seed = 1; seed <= 10; seed++) {
            Map<String, List<Double>> ends = ends(seed);
            assertThat(ends).hasSize(4);
            assertThat(ends.values()).allSatisfy(each -> {
                assertThat(each).hasSize(2).allMatch(at -> at > 5.9 && at < 9.1);
                assertThat(each.getLast() - each.getFirst()).isLessThan(0.1);
            });
            List<Double> begun = ends.values().stream().map(List::getFirst).toList();
            first.add(begun.stream().mapToDouble(each -> each).max().orElseThrow()
                    - begun.stream().mapToDouble(each -> each).min().orElseThrow());
        }
        // Four out of step are 1.8 s apart on average; in step they would be apart by what it takes to come up.
        assertThat(first.stream().mapToDouble(each -> each).average().orElseThrow())
                .isBetween(1.3, 2.3);
    }
}
