package io.heddle.simulator.stable;

import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Solves every class: those without aggregates side by side, then aggregates from the longest to the shortest (rule 5.7). */
final class UnderlaySolver {

    private final CoreGraph core;
    private final PrefixLists lists;
    private final RouteClasses classes;
    private final HopGroups[] groups;
    private final NextHops nextHops;
    private final Twins twins;
    private final SummaryAggregates summaries;
    private final ConcurrentLinkedQueue<ClassSolver> solvers = new ConcurrentLinkedQueue<>();
    private final int[][] rows;
    private final ClassSolver.Outcome[] outcomes;
    private final Map<Integer, BitSet> activeOf = new HashMap<>();

    UnderlaySolver(CoreGraph core, PrefixLists lists, RouteClasses classes) {
        this.core = core;
        this.lists = lists;
        this.classes = classes;
        nextHops = new NextHops(core);
        groups = new HopGroups[core.routers.length];
        twins = new Twins(core);
        for (int[] set : twins.sets()) {
            HopGroups shared = new HopGroups();
            for (int v : set) {
                groups[v] = shared;
            }
        }
        summaries = new SummaryAggregates(core, lists);
        rows = new int[classes.classes().size()][core.routers.length];
        outcomes = new ClassSolver.Outcome[rows.length];
    }

    /** Solves; false if a class may not be shared between stubs, so that classes must be cut anew. */
    boolean solve() {
        List<RouteClass> plain = new ArrayList<>();
        List<RouteClass> aggregates = new ArrayList<>();
        for (RouteClass each : classes.classes()) {
            (each.hasAggregate() ? aggregates : plain).add(each);
        }
        IntStream.range(0, plain.size()).parallel().forEach(i -> solve(plain.get(i), new BitSet()));
        aggregates.sort(Comparator.comparingInt((RouteClass each) ->
                        -lists.aggregatePrefix(each.aggregate()).length())
                .thenComparingInt(RouteClass::number));
        for (RouteClass each : aggregates) {
            BitSet active = active(each);
            activeOf.put(each.number(), active);
            solve(each, active);
        }
        for (ClassSolver.Outcome each : outcomes) {
            if (each == ClassSolver.Outcome.NOT_SHAREABLE) {
                return false;
            }
        }
        return true;
    }

    private void solve(RouteClass routeClass, BitSet active) {
        ClassSolver solver = solvers.poll();
        if (solver == null) {
            solver = new ClassSolver(core, twins, nextHops, groups, summaries, lists, routeClass);
        }
        outcomes[routeClass.number()] = solver.solve(routeClass, active, rows[routeClass.number()]);
        solvers.add(solver);
    }

    /** The core routers on which an aggregate is active: something strictly inside it is in their BGP table. */
    private BitSet active(RouteClass aggregate) {
        BitSet active = new BitSet();
        for (Originator each : aggregate.originators()) {
            int v = core.coreOf[each.router().number()];
            if (each.kind() == Originator.Kind.AGGREGATE && v >= 0 && holdsInside(v, aggregate.aggregate())) {
                active.set(v);
            }
        }
        return active;
    }

    private boolean holdsInside(int v, int aggregate) {
        for (RouteClass each : classes.classes()) {
            if (each.answers().aggregates().get(aggregate)) {
                int group = rows[each.number()][v];
                // What a router originates itself it holds, whatever others do with it.
                boolean mayOwn =
                        group == HopGroups.ORIGINATED || outcomes[each.number()] == ClassSolver.Outcome.OSCILLATES;
                if (group > HopGroups.ORIGINATED || mayOwn && ownsOne(v, each)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean ownsOne(int v, RouteClass routeClass) {
        return routeClass.originators().stream()
                .anyMatch(each -> each.kind() == Originator.Kind.OWN
                        && core.coreOf[each.router().number()] == v);
    }

    /** The prefixes for which no fixed point was found. */
    List<Prefix> oscillating() {
        List<Prefix> prefixes = new ArrayList<>();
        for (Bundle each : classes.bundles()) {
            if (outcomes[each.routeClass().number()] == ClassSolver.Outcome.OSCILLATES) {
                for (int i = 0; i < each.prefixes().size(); i++) {
                    prefixes.add(each.prefixes().get(i));
                }
            }
        }
        return prefixes;
    }

    /** The default VRF of every switch; adds to the local routes the discard routes of active aggregates. */
    Underlay underlay(List<Map<Prefix, RouteEntry>> local) {
        for (RouteClass each : classes.classes()) {
            if (each.hasAggregate()) {
                addDiscards(each, local);
            }
        }
        return new Underlay(core, classes.bundles(), rows, groups, nextHops, local);
    }

    private void addDiscards(RouteClass aggregate, List<Map<Prefix, RouteEntry>> local) {
        Prefix prefix = lists.aggregatePrefix(aggregate.aggregate());
        for (Originator each : aggregate.originators()) {
            Router router = each.router();
            if (router.switchNumber() >= 0
                    && each.kind() == Originator.Kind.AGGREGATE
                    && activeOf.getOrDefault(aggregate.number(), new BitSet()).get(core.coreOf[router.number()])) {
                RouteEntry discard =
                        new RouteEntry(VrfName.DEFAULT, prefix, RouteSource.AGGREGATE, List.of(new NextHop.Discard()));
                local.get(router.switchNumber()).putIfAbsent(prefix, discard);
            }
        }
    }
}
