package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.drill.DrillStudy;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.topology.fault.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The verdict on a drill that is judged group by group is that of a walk for every pair of pods at every change. */
class GroupedVerdictTest {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");
    private static final int FABRICS = LONG ? 1_000 : 40;

    /** Walks that the plain study of one drill may take: pairs of pods, each at every moment. */
    private static final long MOST_WALKS = LONG ? 1_000_000 : 30_000;

    private static final Settings.Pace[] PACES = {Settings.Pace.DEFAULT, Settings.Pace.FRR};

    private record Judged(String label, Timeline timeline, Losses plain) {}

    /** The {@code i}-th drill: failures and repairs, pods that stop, start and move; empty where the planner refuses what was drawn, or plain walks are too many. */
    private static Optional<Judged> drill(int i) {
        return drill(i, MOST_WALKS);
    }

    private static Optional<Judged> drill(int i, long mostWalks) {
        List<String> designs = PlannedFabrics.designs();
        String design = designs.get(i % designs.size());
        long seed = 3_000L + i / designs.size();
        if (!(PlannedFabrics.of(design, seed) instanceof Outcome.Made<FabricCase>(FabricCase each))) {
            return Optional.empty();
        }
        List<Schedule.Planned> planned = new ArrayList<>(churn(each, new Random(seed)));
        switch (i % 3) {
            case 1 -> planned.addAll(RandomIncidents.of(each, seed).schedule().incidents());
            case 2 -> planned.addAll(RandomIncidents.ofEveryKind(each, seed).incidents());
            default -> {}
        }
        planned.sort(Comparator.comparing(Schedule.Planned::at));
        Schedule schedule = new Schedule(planned);
        Timeline timeline = EventSimulation.run(
                        each.fabric(),
                        each.config(),
                        each.endpoints(),
                        each.outage(),
                        schedule,
                        Settings.DEFAULT.with(PACES[i % PACES.length]).with(seed))
                .timeline();
        return grouped(timeline).pairs() * timeline.moments().size() > mostWalks
                ? Optional.empty()
                : Optional.of(new Judged(
                        design + ", seed " + seed + ", " + schedule,
                        timeline,
                        Losses.of(DrillStudy.ofEveryPair(timeline))));
    }

    /** Some pods stop, some of them start again, some move. */
    private static List<Schedule.Planned> churn(FabricCase fabric, Random dice) {
        List<Endpoint> pods = new ArrayList<>();
        for (NodeEndpoints node : fabric.endpoints().nodes()) {
            for (int i = 0; i < node.size(); i++) {
                pods.add(node.get(i));
            }
        }
        List<Schedule.Planned> planned = new ArrayList<>();
        for (Endpoint each : pods) {
            switch (dice.nextInt(4)) {
                case 0 -> {
                    planned.add(at(dice.nextInt(30), new Incident.PodsStop(List.of(each))));
                    if (dice.nextBoolean()) {
                        planned.add(at(30 + dice.nextInt(30), new Incident.PodsStart(List.of(each))));
                    }
                }
                case 1 -> {
                    Endpoint other = pods.get(dice.nextInt(pods.size()));
                    if (dice.nextInt(3) == 0 && !other.node().equals(each.node())) {
                        Endpoint moved = new Endpoint(each.name(), other.node(), each.mac(), each.ipv4(), each.ipv6());
                        planned.add(at(dice.nextInt(60), new Incident.PodMove(each, moved)));
                    }
                }
                default -> {}
            }
        }
        return planned;
    }

    private static Schedule.Planned at(int millis, Incident incident) {
        return new Schedule.Planned(SimTime.ofMillis(millis), incident);
    }

    private static DrillVerdict grouped(Timeline timeline) {
        return DrillStudy.of(timeline, _ -> Optional.empty());
    }

    @Test
    void groupsChangeNoVerdict() {
        int compared = 0;
        long interrupted = 0;
        for (int i = 0; compared < FABRICS; i++) {
            Judged drill = drill(i).orElse(null);
            if (drill != null) {
                DrillVerdict verdict = grouped(drill.timeline);
                assertThat(Losses.of(verdict)).as(drill.label).isEqualTo(drill.plain);
                interrupted += verdict.pairsInterrupted();
                compared++;
            }
        }
        assertThat(interrupted).as("pairs that lost each other at all").isGreaterThan(FABRICS);
    }

    /** Found by the long form: a rack whose leaf is dead from the beginning, and one of whose nodes is. */
    @Test
    void aNodeDeadFromTheBeginningIsLikeNoLivingOne() {
        List<String> designs = PlannedFabrics.designs();
        Judged drill = drill(3 * designs.size() + designs.indexOf("plain-ebgp"), 1_000_000)
                .orElseThrow();
        assertThat(drill.timeline.outage().devices())
                .extracting(DeviceName::value)
                .contains("leaf-1-1", "cloud-1-3");
        assertThat(Losses.of(grouped(drill.timeline))).as(drill.label).isEqualTo(drill.plain);
    }

    /** The comparison finds what a study that overlooks changes of tables gets wrong. */
    @Test
    void aStudyThatOverlooksChangesOfTablesIsFoundOut() {
        int found = 0;
        int tried = 0;
        for (int i = 0; tried < 5; i++) {
            Judged drill = drill(i).orElse(null);
            if (drill != null && drill.plain.interrupted() > 0) {
                tried++;
                List<Moment> seen = new ArrayList<>(drill.timeline.moments());
                seen.removeIf(each -> each.change() instanceof Change.TablesChanged);
                Timeline overlooked = drill.timeline.with(seen, drill.timeline.traffic(), drill.timeline.ending());
                found += Losses.of(grouped(overlooked)).equals(drill.plain) ? 0 : 1;
            }
        }
        assertThat(found).isGreaterThan(tried / 2);
    }
}
