package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.test.agreement.TablesDifference;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.topology.fault.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Where prefixes that fare alike travel as one, everything happens as where each travels by itself: the same entries are written at the
 * same times for the same reasons, and as many routes are sent.
 */
class GroupedRunTest {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");
    private static final int FABRICS = LONG ? 1_000 : 40;
    /** Those where several prefixes have one origin. */
    private static final List<String> DESIGNS = List.of(
            "calico-as-per-rack",
            "calico-as-per-server",
            "calico-downward-default",
            "node-blocks",
            "plain-ebgp",
            "rack-aggregates");

    private static final Settings INSTANT =
            Settings.DEFAULT.with(Settings.Pace.INSTANT).withStart();

    @Test
    void groupsChangeNothingButTheNumberOfMessages() {
        int compared = 0;
        for (int i = 0; compared < FABRICS; i++) {
            String design = DESIGNS.get(i % DESIGNS.size());
            long seed = 1_000L + i / DESIGNS.size();
            if (PlannedFabrics.of(design, seed) instanceof Outcome.Made<FabricCase>(FabricCase each)) {
                Schedule schedule =
                        switch (i % 3) {
                            case 1 -> RandomIncidents.of(each, seed).schedule();
                            case 2 -> RandomIncidents.ofEveryKind(each, seed);
                            default -> Schedule.NOTHING;
                        };
                EventRun grouped = run(each, schedule, INSTANT.with(seed).withGroupsFrom(0));
                if (grouped.travelledAlong() > 0) {
                    compare(design + ", seed " + seed + ", " + schedule, each, schedule, seed, grouped);
                    compared++;
                }
            }
        }
    }

    private static void compare(String label, FabricCase each, Schedule schedule, long seed, EventRun grouped) {
        EventRun plain = run(each, schedule, INSTANT.with(seed).withGroupsFrom(Settings.NEVER));
        assertThat(grouped.timeline().ending())
                .as(label)
                .isEqualTo(plain.timeline().ending());
        assertThat(grouped.timeline().traffic().announced())
                .as(label)
                .isEqualTo(plain.timeline().traffic().announced());
        assertThat(grouped.timeline().traffic().withdrawn())
                .as(label)
                .isEqualTo(plain.timeline().traffic().withdrawn());
        Map<When, Set<Told>> expected = happened(plain);
        Map<When, Set<Told>> found = happened(grouped);
        for (Map.Entry<When, Set<Told>> one : expected.entrySet()) {
            assertThat(found.get(one.getKey())).as(label + ", " + one.getKey()).isEqualTo(one.getValue());
        }
        assertThat(found.keySet()).as(label).isEqualTo(expected.keySet());
        plain.atEnd().forEach((device, tables) -> assertThat(TablesDifference.first(
                        ExplicitTables.copyOf(tables),
                        ExplicitTables.copyOf(
                                Objects.requireNonNull(grouped.atEnd().get(device)))))
                .as(label + ", " + device)
                .isEmpty());
    }

    private static EventRun run(FabricCase each, Schedule schedule, Settings settings) {
        return EventSimulation.run(each.fabric(), each.config(), each.endpoints(), each.outage(), schedule, settings);
    }

    private record When(SimTime at, String what) implements Comparable<When> {
        @Override
        public int compareTo(When other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : what.compareTo(other.what);
        }
    }

    /** What was put into a device's tables or taken out of them, or what else came about, and why. */
    private record Told(String what, Object entry, Object cause) {}

    /** Entries in any order: how many are told of in one moment is the hardware's affair. */
    private static Map<When, Set<Told>> happened(EventRun run) {
        Map<When, Set<Told>> all = new TreeMap<>();
        for (Moment each : run.timeline().moments()) {
            switch (each.change()) {
                case Change.TablesChanged(DeviceName device, List<TableEntry> put, List<TableEntry> removed) -> {
                    Set<Told> here =
                            all.computeIfAbsent(new When(each.at(), "tables of " + device), _ -> new HashSet<>());
                    put.forEach(entry -> here.add(new Told("put", entry, each.cause())));
                    removed.forEach(entry -> here.add(new Told("removed", entry, each.cause())));
                }
                default ->
                    all.computeIfAbsent(new When(each.at(), each.change().toString()), _ -> new HashSet<>())
                            .add(new Told(
                                    "happened", each.change(), each.cause().text()));
            }
        }
        return all;
    }
}
