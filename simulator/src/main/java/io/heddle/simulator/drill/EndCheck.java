package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.device.Overflow;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Prefix;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * The only differences are entries that found no room: the stable-state solver knows no limits. What a switch withholds for that, it is
     * told.
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
        LastWords spoken = LastWords.of(timeline);
        Optional<Contest> undecided = Contest.among(timeline.config(), replay.endpoints()).stream()
                .filter(each -> spoken.atOnce(each.claimants()))
                .findFirst();
        if (undecided.isPresent()) {
            return new NotCompared("pods with MAC " + undecided.get().mac() + " came at the same time");
        }
        Outage outage = withLight(timeline, replay);
        NetworkConfig config = new WithheldRoutes(replay.withheld())
                .into(new RoutingInForce(replay.routing()).of(told.into(timeline.config())));
        Set<Prefix> restless = new TreeSet<>();
        Function<Endpoints, StableState> solve = pods -> {
            StableState state = StableStateSolver.solve(timeline.fabric(), config, pods, outage);
            restless.addAll(state.oscillating());
            return state;
        };
        Map<DeviceName, SwitchTables> stable = new Heard(config, spoken, solve).tables(replay.endpoints());
        List<Change.TablesChanged> differences = new ArrayList<>();
        long entries = 0;
        for (Map.Entry<DeviceName, SwitchTables> each : stable.entrySet()) {
            DeviceName device = each.getKey();
            SwitchTables expected = told.asLearned(each.getValue(), timeline.config());
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
            return new Agrees(stable.size(), entries);
        }
        if (!restless.isEmpty()) {
            return new NotCompared("routers that compute all at once never agree about " + restless);
        }
        Map<DeviceName, Set<TableEntry>> refused = refused(timeline);
        return differences.stream()
                        .allMatch(each -> isForWantOfRoom(each, refused.getOrDefault(each.device(), Set.of())))
                ? new Overflowed(differences)
                : new Differs(differences);
    }

    /** What is broken at the end, with the ports that are still in use on cables that carry nothing. */
    private static Outage withLight(Timeline timeline, Replay replay) {
        Outage outage = replay.outage();
        Set<PortRef> lit = timeline.fabric().links().stream()
                .filter(each -> !outage.isUp(each))
                .flatMap(each -> Stream.of(each.a(), each.b()))
                .filter(replay::uses)
                .collect(Collectors.toSet());
        return new Outage(outage.devices(), outage.links(), lit);
    }

    /** Every entry that found no room at any time. */
    private static Map<DeviceName, Set<TableEntry>> refused(Timeline timeline) {
        Map<DeviceName, Set<TableEntry>> refused = new HashMap<>();
        for (Moment each : timeline.moments()) {
            if (each.change() instanceof Change.NotWritten(DeviceName device, TableEntry entry, String _, Overflow _)) {
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
