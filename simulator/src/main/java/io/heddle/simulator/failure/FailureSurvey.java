package io.heddle.simulator.failure;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import java.util.List;

/** Solves a fabric once for every single failure, or once for every kind of single failure. */
public final class FailureSurvey {

    /** How much is computed. */
    public enum Scope {
        /** One failure of each kind; what it does to a switch stands for all switches that look alike. */
        REPRESENTATIVE,
        /** Every single failure. */
        ALL
    }

    /**
     * Receives what one switch holds in one failure.
     */
    @FunctionalInterface
    public interface Observer {
        /** Called for every living switch of every failure computed, failures in order. */
        void observe(SingleFailure failure, DeviceName device, TableCounts held);
    }

    /** Receives progress. */
    @FunctionalInterface
    public interface Progress {
        /** Called after each failure. */
        void done(int computed, int of);
    }

    /**
     * What a survey covered.
     *
     * @param computed failures that were solved
     * @param total single failures that there are
     * @param likeness which switches stand for each other, under {@link Scope#REPRESENTATIVE}
     */
    public record Coverage(Scope scope, int computed, int total, Likeness likeness) {

        /** Whether what is seen on one switch stands for another too. */
        public boolean standsFor(DeviceName seen, DeviceName other) {
            return seen.equals(other)
                    || scope == Scope.REPRESENTATIVE && likeness.classOf(seen) == likeness.classOf(other);
        }
    }

    private FailureSurvey() {}

    public static Coverage run(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            Scope scope,
            Observer observer,
            Progress progress) {
        List<SingleFailure> all = SingleFailure.of(fabric);
        Likeness likeness = Likeness.of(fabric, endpoints);
        List<SingleFailure> chosen = scope == Scope.ALL ? all : likeness.representatives(all);
        int done = 0;
        for (SingleFailure failure : chosen) {
            StableState state = StableStateSolver.solve(fabric, config, endpoints, failure.outage());
            state.tables().forEach((device, tables) -> observer.observe(failure, device, tables.counts()));
            progress.done(++done, chosen.size());
        }
        return new Coverage(scope, chosen.size(), all.size(), likeness);
    }
}
