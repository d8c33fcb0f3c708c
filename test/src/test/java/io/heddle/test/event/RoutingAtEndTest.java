package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.topology.fault.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where routing processes are dead or drained at the end, or something broke unnoticed, the end is the stable state of a fabric that is told so. */
class RoutingAtEndTest {

    private static final int SEEDS = Boolean.getBoolean("heddle.long") ? 60 : 2;
    /** Two of calico-as-per-rack before these have policies changed by hand over which routers never agree. */
    private static final long FIRST = 5_003;

    private static final int ROUTERS = 3;

    static Stream<String> designs() {
        return PlannedFabrics.designs().stream();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void isThatOfTheStableState(String design) {
        int compared = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            if (PlannedFabrics.of(design, FIRST + seed) instanceof Outcome.Made<FabricCase>(FabricCase each)
                    && compare(design, each, seed)) {
                compared++;
            }
        }
        assertThat(compared).as(design + " where anybody speaks BGP").isPositive();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void isThatOfTheStableStateWhateverHappened(String design) {
        int compared = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            if (PlannedFabrics.of(design, FIRST + 1_000 + seed) instanceof Outcome.Made<FabricCase>(FabricCase each)
                    && ends(design, each, RandomIncidents.ofEveryKind(each, seed), FIRST + 1_000 + seed)) {
                compared++;
            }
        }
        assertThat(compared).as(design + " that could be compared").isPositive();
    }

    private static boolean compare(String design, FabricCase fabric, int seed) {
        List<DeviceName> routers = Routers.of(fabric);
        Collections.shuffle(routers, new Random(seed));
        List<Schedule.Planned> planned = new ArrayList<>();
        for (DeviceName each : routers.subList(0, Math.min(ROUTERS, routers.size()))) {
            SimTime at = SimTime.ofSeconds(20.0 * planned.size());
            planned.add(new Schedule.Planned(
                    at, planned.size() % 2 == 0 ? new Incident.Drain(each) : new Incident.SpeakerDown(each)));
        }
        return ends(design, fabric.under(Outage.NONE), new Schedule(planned), FIRST + seed);
    }

    /** Whether it came to rest, in a state that could be compared. */
    private static boolean ends(String design, FabricCase fabric, Schedule schedule, long seed) {
        EventRun run = EventSimulation.run(
                fabric.fabric(), fabric.config(), fabric.endpoints(), fabric.outage(), schedule, Settings.DEFAULT);
        if (!(run.timeline().ending() instanceof Ending.Quiet)) {
            return false;
        }
        EndCheck end = EndCheck.of(run.timeline());
        assertThat(end)
                .as("%s, seed %s, %s", design, seed, schedule)
                .isInstanceOfAny(EndCheck.Agrees.class, EndCheck.NotCompared.class);
        return end instanceof EndCheck.Agrees;
    }
}
