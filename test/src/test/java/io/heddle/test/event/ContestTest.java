package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.stable.Contest;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.topology.fault.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods that take addresses which others have: the end is one of those that the stable-state solver states, whatever else happens
 * to a fabric that does not fall apart. */
class ContestTest {

    private static final int SEEDS = Boolean.getBoolean("heddle.long") ? 20 : 8;

    /** Where switches see the MACs of pods. */
    static List<String> designs() {
        return PlannedFabrics.designs().stream()
                .filter(each -> each.contains("bridged"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void takenAddressesEndInAStableStateOfOneClaimant(String design) {
        int compared = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            if (PlannedFabrics.of(design, seed) instanceof Outcome.Made<FabricCase>(FabricCase each)) {
                Schedule schedule = schedule(each, seed);
                EventRun run = run(each, schedule, seed);
                EndCheck end = EndCheck.of(run.timeline());
                if (end instanceof EndCheck.NotCompared(String why) && why.contains("do not hear each other")) {
                    continue;
                }
                assertThat(end).as(design + ", seed " + seed + ", " + schedule).isInstanceOf(EndCheck.Agrees.class);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(SEEDS / 3);
    }

    /** The last that spoke is heard, and the comparison can fail: the other end is another state. */
    @Test
    void whoStartedLastIsHeard() {
        FabricCase fabric = IntStream.range(1, 50)
                .mapToObj(seed -> PlannedFabrics.of("evpn-l2-bridged-pods", seed))
                .flatMap(each -> each instanceof Outcome.Made<FabricCase>(FabricCase made)
                        ? Stream.of(made.under(Outage.NONE))
                        : Stream.empty())
                .filter(each -> each.endpoints().nodes().size() > 1)
                .findFirst()
                .orElseThrow();
        List<Endpoint> pods = pods(fabric);
        Endpoint first = pods.getFirst();
        Endpoint second = on(pods.getLast().node(), first);
        assertThat(second.node()).isNotEqualTo(first.node());
        EventRun run = run(fabric, Schedule.of(new Incident.PodsStart(List.of(second))), 1);

        List<Endpoint> all = new ArrayList<>(pods);
        all.add(second);
        Endpoints endpoints = Endpoints.ofPods(all);
        List<Contest> contests = Contest.among(fabric.config(), endpoints);
        assertThat(contests).hasSize(1);
        assertThat(contests.getFirst().claimants()).containsExactlyInAnyOrder(first, second);

        assertThat(state(fabric, contests.getFirst().wonBy(second.node(), endpoints)))
                .isEqualTo(macs(run));
        assertThat(state(fabric, contests.getFirst().wonBy(first.node(), endpoints)))
                .isNotEqualTo(macs(run));
    }

    private static List<String> state(FabricCase fabric, Endpoints endpoints) {
        return StableStateSolver.solve(fabric.fabric(), fabric.config(), endpoints, fabric.outage())
                .tables()
                .values()
                .stream()
                .flatMap(each -> each.macs().map(mac -> each.device() + " " + mac))
                .sorted()
                .toList();
    }

    private static List<String> macs(EventRun run) {
        return run.atEnd().values().stream()
                .flatMap(each -> each.macs().map(mac -> each.device() + " " + mac))
                .sorted()
                .toList();
    }

    private static EventRun run(FabricCase each, Schedule schedule, long seed) {
        return EventSimulation.run(
                each.fabric(),
                each.config(),
                each.endpoints(),
                each.outage(),
                schedule,
                Settings.DEFAULT.with(seed).with(Settings.Pace.INSTANT));
    }

    private static List<Endpoint> pods(FabricCase fabric) {
        List<Endpoint> pods = new ArrayList<>();
        for (NodeEndpoints each : fabric.endpoints().nodes()) {
            for (int i = 0; i < each.size(); i++) {
                pods.add(each.get(i));
            }
        }
        return pods;
    }

    private static Endpoint on(DeviceName node, Endpoint pod) {
        return new Endpoint(pod.name(), node, pod.mac(), pod.ipv4(), pod.ipv6());
    }

    /** Newcomers take addresses of pods that run, and between them parts fail and are mended; some newcomers end again. */
    private static Schedule schedule(FabricCase fabric, long seed) {
        Random dice = new Random(seed);
        List<Endpoint> pods = pods(fabric);
        List<DeviceName> nodes =
                fabric.config().nodes().stream().map(NodeProgram::name).toList();
        List<Schedule.Planned> planned =
                new ArrayList<>(RandomIncidents.of(fabric, seed).schedule().incidents());
        List<Endpoint> running = new ArrayList<>(pods);
        for (int i = 0; i < 4 && !pods.isEmpty(); i++) {
            Endpoint taken = pods.get(dice.nextInt(Math.min(2, pods.size())));
            Endpoint newcomer = on(nodes.get(dice.nextInt(nodes.size())), taken);
            if (running.stream()
                    .noneMatch(each ->
                            each.node().equals(newcomer.node()) && each.mac().equals(newcomer.mac()))) {
                running.add(newcomer);
                long at = 1_000L + dice.nextInt(15_000);
                planned.add(new Schedule.Planned(SimTime.ofMillis(at), new Incident.PodsStart(List.of(newcomer))));
                if (dice.nextInt(3) == 0) {
                    planned.add(new Schedule.Planned(
                            SimTime.ofMillis(at + 5_000), new Incident.PodsStop(List.of(newcomer))));
                }
            }
        }
        planned.sort(Comparator.comparing(Schedule.Planned::at));
        return new Schedule(planned);
    }
}
