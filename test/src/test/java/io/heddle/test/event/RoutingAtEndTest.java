package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
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

/** Where routing processes are dead or drained at the end, the end is the stable state of a fabric whose routers are told so. */
class RoutingAtEndTest {

    private static final int SEEDS = Boolean.getBoolean("heddle.long") ? 60 : 4;
    private static final int ROUTERS = 3;

    static Stream<String> designs() {
        return PlannedFabrics.designs().stream();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void isThatOfTheStableState(String design) {
        int compared = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            if (PlannedFabrics.of(design, 5_000 + seed) instanceof Outcome.Made<FabricCase>(FabricCase each)
                    && compare(design, each, seed)) {
                compared++;
            }
        }
        assertThat(compared).as(design + " where anybody speaks BGP").isPositive();
    }

    private static boolean compare(String design, FabricCase fabric, int seed) {
        List<DeviceName> routers = routers(fabric);
        Collections.shuffle(routers, new Random(seed));
        List<Schedule.Planned> planned = new ArrayList<>();
        for (DeviceName each : routers.subList(0, Math.min(ROUTERS, routers.size()))) {
            SimTime at = SimTime.ofSeconds(20.0 * planned.size());
            planned.add(new Schedule.Planned(
                    at, planned.size() % 2 == 0 ? new Incident.Drain(each) : new Incident.SpeakerDown(each)));
        }
        EventRun run = EventSimulation.run(
                fabric.fabric(),
                fabric.config(),
                fabric.endpoints(),
                Outage.NONE,
                new Schedule(planned),
                Settings.DEFAULT);
        if (!(run.timeline().ending() instanceof Ending.Quiet)) {
            return false;
        }
        assertThat(EndCheck.of(run.timeline()))
                .as("%s, seed %s, %s", design, 5_000 + seed, planned)
                .isInstanceOf(EndCheck.Agrees.class);
        return true;
    }

    private static List<DeviceName> routers(FabricCase fabric) {
        List<DeviceName> all = new ArrayList<>();
        fabric.config().switches().stream()
                .filter(each -> each.bgp().isPresent())
                .map(SwitchConfig::name)
                .forEach(all::add);
        fabric.config().nodes().stream()
                .filter(each -> each.bgp().isPresent())
                .map(NodeProgram::name)
                .forEach(all::add);
        fabric.config().externalRouters().stream().map(ExternalRouter::name).forEach(all::add);
        return all;
    }
}
