package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.daemon.layout.PlannedLayout;
import io.heddle.controller.daemon.layout.SilentVteps;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.event.Controllers;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.ImpossibleIncident;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Beyond;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Controllers on virtual time: whatever happens to them and to the fabric, what stands at the end is what the stable state says. */
class ControllersTest {

    private static final int REPLICAS = 2;
    private static final int INCIDENTS = 10;
    private static final int ROUNDS = Boolean.getBoolean("heddle.long") ? 100 : 5;

    private static final Plan PLAN = plan();

    private static Plan plan() {
        Problems problems = new Problems();
        return Runner.run(Library.find("controllers-announce", List.of(), problems)
                        .orElseThrow()
                        .cases()
                        .getFirst()
                        .withOnly(Failures.NONE, Optional.empty()))
                .orThrow()
                .solved()
                .orElseThrow()
                .plan();
    }

    private static Settings settings(long seed, int restartTime) {
        Map<DeviceName, Boolean> told = new TreeMap<>();
        PLAN.config().switches().stream()
                .filter(each -> each.name().value().startsWith("leaf"))
                .forEach(each -> told.put(each.name(), false));
        Asn asn = new Asn(Asn.LAST_PRIVATE_32);
        return Settings.DEFAULT
                .with(seed)
                .with(new Controllers(
                        REPLICAS,
                        asn,
                        restartTime,
                        PlannedLayout.of(PLAN, "pods", Limits.DEFAULT, told, new SilentVteps(asn, Map.of())),
                        Controllers.Times.DEFAULT));
    }

    private static EventRun run(Schedule schedule, long seed) {
        return run(schedule, seed, Controllers.RESTART_TIME);
    }

    private static EventRun run(Schedule schedule, long seed, int restartTime) {
        return EventSimulation.run(
                PLAN.fabric(), PLAN.config(), PLAN.endpoints(), Outage.NONE, schedule, settings(seed, restartTime));
    }

    @Test
    void anyEventsEndInTheStableState() {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            Schedule schedule = schedule(seed);
            EventRun run = run(schedule, seed);
            assertThat(run.timeline().ending()).as("%s", schedule).isInstanceOf(Ending.Quiet.class);
            assertThat(EndCheck.of(run.timeline()))
                    .as("seed %d: %s", seed, schedule)
                    .isInstanceOf(EndCheck.Agrees.class);
        }
    }

    /** The comparison can fail: of another end it says so. */
    @Test
    void whatControllersTellIsInTheComparison() {
        EventRun run = run(Schedule.of(new Incident.ControllersDown(Set.of(0), Notice.SILENT)), 1);
        assertThat(EndCheck.of(run.timeline().withTold(Map.of()))).isInstanceOf(EndCheck.Differs.class);
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        assertThat(run(schedule(3), 3).trace()).isEqualTo(run(schedule(3), 3).trace());
        assertThat(run(schedule(3), 3).trace()).isNotEqualTo(run(schedule(3), 4).trace());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nobodyIsMissedWhoIsNotTheOnlyOne(int number) {
        EventRun run = run(Schedule.of(new Incident.ControllersDown(Set.of(number), Notice.SILENT)), 1);
        run.timeline().tables().forEach((device, before) -> assertThat(
                        Objects.requireNonNull(run.atEnd().get(device)).routes().toList())
                .isEqualTo(before.routes().toList()));
    }

    @ParameterizedTest
    @EnumSource
    void leafsKeepWhatTheyWereToldWhileAllControllersRestart(Notice notice) {
        Schedule away = away(notice, 5);

        assertThat(withdrawn(run(away, 1))).isZero();
        assertThat(withdrawn(run(away, 1, 0))).as("without graceful restart").isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void whatControllersHaveToldGoesAfterTheRestartTime(Notice notice) {
        assertThat(withdrawn(run(away(notice, 80), 1))).isPositive();
    }

    @Test
    void aPodThatEndedMeanwhileGoesWhenControllersAreBackAndNoOtherDoes() {
        Endpoint ended = PLAN.endpoints().nodes().getFirst().get(0);
        EventRun run = run(
                new Schedule(List.of(
                        new Schedule.Planned(SimTime.ZERO, new Incident.ControllersDown(Set.of(0, 1), Notice.CARRIER)),
                        new Schedule.Planned(SimTime.ofMillis(1_000), new Incident.PodsStop(List.of(ended))),
                        new Schedule.Planned(SimTime.ofMillis(5_000), new Incident.ControllersUp(Set.of(0, 1))))),
                1);

        assertThat(EndCheck.of(run.timeline())).isInstanceOf(EndCheck.Agrees.class);
        Prefix host = Prefix.host(ended.ipv4().orElseThrow());
        run.timeline().tables().forEach((device, before) -> assertThat(
                        Objects.requireNonNull(run.atEnd().get(device)).routes().toList())
                .isEqualTo(before.routes()
                        .filter(each -> !each.prefix().equals(host))
                        .toList()));
    }

    private static Schedule away(Notice notice, int seconds) {
        return new Schedule(List.of(
                new Schedule.Planned(SimTime.ZERO, new Incident.ControllersDown(Set.of(0, 1), notice)),
                new Schedule.Planned(SimTime.ofMillis(1_000L * seconds), new Incident.ControllersUp(Set.of(0, 1)))));
    }

    @Test
    void whoIsCutOffFromTheStoreTellsWhatItKnewAndAnotherLeadsAfterTheLease() {
        Endpoint late = pod(PLAN.config().nodes().getFirst().name(), 1);
        EventRun run = run(
                new Schedule(List.of(
                        new Schedule.Planned(SimTime.ZERO, new Incident.ControllersCutOff(Set.of(0), Beyond.STORE)),
                        new Schedule.Planned(SimTime.ofMillis(10_000), new Incident.PodsStart(List.of(late))))),
                1);

        assertThat(remarks(run))
                .containsSubsequence(
                        "3.000 s controller-0: leads no more: the store has not answered for 3 s",
                        "3.000 s controller-1: leads");
        assertThat(withdrawn(run)).isZero();
        assertThat(EndCheck.of(run.timeline())).isInstanceOf(EndCheck.Agrees.class);
    }

    @Test
    void withoutAStoreNothingIsAcknowledgedAndOnlyTheFirstNewPodIsTold() {
        DeviceName node = PLAN.config().nodes().getFirst().name();
        Endpoint first = pod(node, 1);
        Endpoint second = pod(node, 2);
        List<Schedule.Planned> planned = new ArrayList<>(List.of(
                new Schedule.Planned(SimTime.ZERO, new Incident.StoreDown()),
                new Schedule.Planned(SimTime.ofMillis(1_000), new Incident.PodsStart(List.of(first))),
                new Schedule.Planned(SimTime.ofMillis(20_000), new Incident.PodsStart(List.of(second)))));

        EventRun without = run(new Schedule(planned), 1);
        assertThat(holders(without, first)).isPositive();
        assertThat(holders(without, second)).isZero();
        assertThat(withdrawn(without)).isZero();

        planned.add(new Schedule.Planned(SimTime.ofMillis(40_000), new Incident.StoreUp()));
        EventRun again = run(new Schedule(planned), 1);
        assertThat(holders(again, second)).isPositive().isEqualTo(holders(again, first));
    }

    @Test
    void whatIsReportedWhileAWriteIsUnderWayIsToldTooAndKeptWithTheNext() {
        Endpoint first = pod(PLAN.config().nodes().getFirst().name(), 1);
        Endpoint second = pod(PLAN.config().nodes().getLast().name(), 1);
        List<Schedule.Planned> planned = new ArrayList<>(List.of(
                new Schedule.Planned(SimTime.ZERO, new Incident.StoreDown()),
                new Schedule.Planned(SimTime.ofMillis(1_000), new Incident.PodsStart(List.of(first))),
                new Schedule.Planned(SimTime.ofMillis(2_000), new Incident.PodsStart(List.of(second)))));

        EventRun without = run(new Schedule(planned), 1);
        assertThat(holders(without, second)).isPositive().isEqualTo(holders(without, first));
        assertThat(withdrawn(without)).isZero();

        planned.add(new Schedule.Planned(SimTime.ofMillis(2_500), new Incident.StoreUp()));
        EventRun again = run(new Schedule(planned), 1);
        assertThat(holders(again, second)).isPositive().isEqualTo(holders(again, first));
        assertThat(withdrawn(again)).isZero();
        assertThat(EndCheck.of(again.timeline())).isInstanceOf(EndCheck.Agrees.class);
    }

    /** The write of the pod's report is given up after 6 s; its agent reports again seconds after the store is back. */
    @Test
    void aPodThatWasToldAheadOfAWriteThatFailedKeepsItsRouteUntilItsAgentReportsAgain() {
        Endpoint pod = pod(PLAN.config().nodes().getFirst().name(), 1);
        List<Schedule.Planned> planned = new ArrayList<>(List.of(
                new Schedule.Planned(SimTime.ZERO, new Incident.StoreDown()),
                new Schedule.Planned(SimTime.ofMillis(1_000), new Incident.PodsStart(List.of(pod))),
                new Schedule.Planned(SimTime.ofMillis(30_000), new Incident.StoreUp())));
        EventRun run = run(new Schedule(planned), 1);
        assertThat(remarks(run)).anyMatch(each -> each.contains("gives up a write"));
        assertThat(holders(run, pod)).isPositive();
        assertThat(withdrawn(run)).isZero();
        assertThat(EndCheck.of(run.timeline())).isInstanceOf(EndCheck.Agrees.class);

        planned.add(2, new Schedule.Planned(SimTime.ofMillis(20_000), new Incident.PodsStop(List.of(pod))));
        EventRun gone = run(new Schedule(planned.subList(0, 3)), 1);
        assertThat(holders(gone, pod)).as("gone while nothing can be kept").isZero();
    }

    /** A controller that misses what the store was told goes on telling of a pod that is gone. */
    @Test
    void whoIsCutOffFromTheStoreKeepsTheRouteOfAPodThatStopped() {
        Endpoint ended = PLAN.endpoints().nodes().getFirst().get(0);
        List<Schedule.Planned> planned = new ArrayList<>(List.of(
                new Schedule.Planned(SimTime.ZERO, new Incident.ControllersCutOff(Set.of(1), Beyond.STORE)),
                new Schedule.Planned(SimTime.ofMillis(1_000), new Incident.PodsStop(List.of(ended)))));
        assertThat(holders(run(new Schedule(planned), 1), ended)).isPositive();

        planned.add(
                new Schedule.Planned(SimTime.ofMillis(9_000), new Incident.ControllersJoined(Set.of(1), Beyond.STORE)));
        assertThat(holders(run(new Schedule(planned), 1), ended)).isZero();
    }

    private static long holders(EventRun run, Endpoint pod) {
        Prefix host = Prefix.host(pod.ipv4().orElseThrow());
        return run.atEnd().values().stream()
                .filter(each -> each.routes().anyMatch(route -> route.prefix().equals(host)))
                .count();
    }

    private static List<String> remarks(EventRun run) {
        return run.timeline().moments().stream()
                .filter(each -> each.change() instanceof Change.Remark)
                .map(each -> each.at() + " " + ((Change.Remark) each.change()).who() + ": "
                        + ((Change.Remark) each.change()).text())
                .toList();
    }

    private static long withdrawn(EventRun run) {
        return run.counters().values().stream()
                .mapToLong(EventRun.Counters::withdrawn)
                .sum();
    }

    @Test
    void whatCannotHappenIsRefused() {
        assertThatThrownBy(() -> run(Schedule.of(new Incident.ControllersDown(Set.of(2), Notice.SILENT)), 1))
                .isInstanceOf(ImpossibleIncident.class)
                .hasMessageContaining("there is no controller 2, they are 0 to 1");
        assertThatThrownBy(() -> run(Schedule.of(new Incident.ControllersUp(Set.of(1))), 1))
                .hasMessageContaining("controller 1 runs");
        assertThatThrownBy(() -> run(Schedule.of(new Incident.ControllersJoined(Set.of(1), Beyond.SWITCHES)), 1))
                .hasMessageContaining("controller 1 is not cut off from the switches");
        assertThatThrownBy(() -> run(Schedule.of(new Incident.StoreUp()), 1))
                .hasMessageContaining("the store has its majority");
    }

    /** Controllers, cables, leafs and pods come and go, some of it at once and some in the middle of what came before. */
    private static Schedule schedule(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Link> links = PLAN.fabric().links();
        List<DeviceName> nodes =
                PLAN.config().nodes().stream().map(each -> each.name()).toList();
        Set<Integer> dead = new HashSet<>();
        Map<Beyond, Set<Integer>> cutOff = new EnumMap<>(Beyond.class);
        boolean storeless = false;
        Set<Link> cut = new HashSet<>();
        List<Endpoint> pods = new ArrayList<>();
        List<Schedule.Planned> planned = new ArrayList<>();
        SimTime at = SimTime.ZERO;
        for (int i = 0; i < INCIDENTS; i++) {
            Notice notice = random.nextBoolean() ? Notice.SILENT : Notice.CARRIER;
            int which = random.nextInt(REPLICAS);
            Beyond beyond = random.nextBoolean() ? Beyond.SWITCHES : Beyond.STORE;
            Link link = links.get(random.nextInt(links.size()));
            DeviceName node = nodes.get(random.nextInt(nodes.size()));
            Incident incident =
                    switch (random.nextInt(pods.isEmpty() ? 5 : 6)) {
                        case 0 ->
                            dead.remove(which)
                                    ? new Incident.ControllersUp(Set.of(which))
                                    : new Incident.ControllersDown(Set.of(which), notice);
                        case 1 ->
                            cut.remove(link)
                                    ? new Incident.CablesUp(Set.of(link))
                                    : new Incident.CablesDown(Set.of(link), Notice.CARRIER);
                        case 2 -> {
                            Set<Integer> from = cutOff.computeIfAbsent(beyond, _ -> new HashSet<>());
                            yield from.remove(which)
                                    ? new Incident.ControllersJoined(Set.of(which), beyond)
                                    : cutOff(from, which, beyond);
                        }
                        case 3 -> storeless ? new Incident.StoreUp() : new Incident.StoreDown();
                        case 4 -> new Incident.PodsStart(List.of(pod(node, i)));
                        default -> new Incident.PodsStop(List.of(pods.remove(random.nextInt(pods.size()))));
                    };
            if (incident instanceof Incident.PodsStart(List<Endpoint> started)) {
                pods.addAll(started);
            }
            storeless ^= incident instanceof Incident.StoreUp || incident instanceof Incident.StoreDown;
            if (incident instanceof Incident.ControllersDown) {
                dead.add(which);
            }
            if (incident instanceof Incident.CablesDown) {
                cut.add(link);
            }
            planned.add(new Schedule.Planned(at, incident));
            at = at.plus(SimTime.ofMillis(random.nextInt(3) == 0 ? 3 : 4_000));
        }
        return new Schedule(planned);
    }

    private static Incident cutOff(Set<Integer> from, int which, Beyond beyond) {
        from.add(which);
        return new Incident.ControllersCutOff(Set.of(which), beyond);
    }

    /** One that is in the node's block and not running. */
    private static Endpoint pod(DeviceName node, int number) {
        Prefix block = PLAN.config().findNode(node).orElseThrow().blocks().getFirst();
        IpAddress address = block.address().plus(20L + number);
        return new Endpoint(Optional.empty(), node, Endpoint.macOf(address), Optional.of(address), Optional.empty());
    }
}
