package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.Contest;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Two solvers, one answer: whether a timeline ends in the stable state of the parts and pods that are there at its end. */
public sealed interface EndCheck {

    /**
     * Both say the same.
     *
     * @param switches compared
     * @param entries that each of them holds, all together
     */
    record Agrees(int switches, long entries) implements EndCheck {}

    /**
     * They do not.
     *
     * @param differences one a switch
     */
    record Differs(List<Change.TablesChanged> differences) implements EndCheck {
        public Differs {
            differences = List.copyOf(differences);
        }
    }

    /**
     * The only differences are entries that found no room: the stable-state solver knows no limits.
     *
     * @param differences one a switch
     */
    record Overflowed(List<Change.TablesChanged> differences) implements EndCheck {
        public Overflowed {
            differences = List.copyOf(differences);
        }
    }

    /** Not compared, and why. */
    record NotCompared(String why) implements EndCheck {}

    /** Compares every entry of every living switch. */
    static EndCheck of(Timeline timeline) {
        if (!(timeline.ending() instanceof Ending.Quiet)) {
            return new NotCompared("it did not come to rest");
        }
        Replay replay = new Replay(timeline);
        replay.playTo(timeline.ending().at());
        ToldRoutes told = new ToldRoutes(timeline.told());
        Heard heard = new Heard(timeline.fabric(), timeline.config(), replay.outage(), replay::tables);
        Optional<Contest> several = heard.several(replay.endpoints());
        if (several.isPresent()) {
            return new NotCompared("parts of the fabric that do not hear each other hear different pods with MAC "
                    + several.get().mac());
        }
        // Of several stable states that which has heard whom this one has heard (rule 6.6).
        Endpoints pods = heard.among(replay.endpoints());
        StableState stable =
                StableStateSolver.solve(timeline.fabric(), told.into(timeline.config()), pods, replay.outage());
        List<Change.TablesChanged> differences = new ArrayList<>();
        long entries = 0;
        for (DeviceName device : stable.tables().keySet()) {
            SwitchTables expected = told.asLearned(stable.tables(device).orElseThrow(), timeline.config());
            Optional<SwitchTables> found = replay.tables(device);
            if (found.isEmpty()) {
                return new NotCompared("the simulation has no tables of " + device);
            }
            entries += TableDifference.entries(expected).count();
            Change.TablesChanged change = TableDifference.between(device, found.get(), expected);
            if (!change.put().isEmpty() || !change.removed().isEmpty()) {
                differences.add(change);
            }
        }
        if (differences.isEmpty()) {
            return new Agrees(stable.tables().size(), entries);
        }
        Map<DeviceName, Set<TableEntry>> refused = refused(timeline);
        return differences.stream()
                        .allMatch(each -> isForWantOfRoom(each, refused.getOrDefault(each.device(), Set.of())))
                ? new Overflowed(differences)
                : new Differs(differences);
    }

    /** Every entry that found no room at any time. */
    private static Map<DeviceName, Set<TableEntry>> refused(Timeline timeline) {
        Map<DeviceName, Set<TableEntry>> refused = new HashMap<>();
        for (Moment each : timeline.moments()) {
            if (each.change() instanceof Change.NotWritten(DeviceName device, TableEntry entry, String _)) {
                refused.computeIfAbsent(device, _ -> new HashSet<>()).add(entry);
            }
        }
        return refused;
    }

    /** Whether all that is missing was refused, and all that is too much stands in the place of what was. */
    private static boolean isForWantOfRoom(Change.TablesChanged difference, Set<TableEntry> refused) {
        Set<TableEntry> missing = new TreeSet<>(TableEntry.BY_KEY);
        missing.addAll(difference.put());
        return refused.containsAll(difference.put()) && missing.containsAll(difference.removed());
    }
}
