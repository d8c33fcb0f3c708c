package io.heddle.test.bench;

import io.heddle.model.fabric.Outage;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.topology.plan.Plan;
import java.util.Locale;

/**
 * One fabric in a fresh JVM, from nothing to every switch's counts: {@code WholeProcess FABRIC [BROKEN-PERCENT]}. Prints what each stage took; time and
 * memory of the process are measured from outside.
 */
public final class WholeProcess {

    private WholeProcess() {}

    /** See the class. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Plan plan = BenchFabric.named(arguments[0]).plan();
        long planned = System.nanoTime();
        double broken = arguments.length > 1 ? Double.parseDouble(arguments[1]) / 100 : 0;
        Outage outage = BenchFabric.brokenCables(plan.fabric(), broken, 1);
        StableState state = StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), outage);
        long solved = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d switches, %,d nodes, %,d pods, %,d cables broken; generated and planned %,d ms, solved %,d ms, %,d classes%n",
                arguments[0],
                state.tables().size(),
                plan.fabric().nodes().size(),
                plan.endpoints().size(),
                outage.links().size(),
                (planned - start) / 1_000_000,
                (solved - planned) / 1_000_000,
                state.routeClasses());
    }
}
