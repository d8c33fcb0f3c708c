package io.heddle.scenarios.result;

import io.heddle.scenarios.scenario.CapacityQuestion;
import java.util.List;
import java.util.Optional;

/**
 * How far a fabric can grow.
 *
 * @param largest the largest size at which every table fits; one below the question's smallest if none does
 * @param points every size that was built and computed, ascending
 * @param stop why it does not fit at one more
 * @param next the fullest table at one more if those that overflow there had no limit
 */
public record CapacityCurve(
        CapacityQuestion question, int largest, List<CapacityPoint> points, Stop stop, Optional<Binding> next) {

    public CapacityCurve {
        points = List.copyOf(points);
    }

    /** Why a fabric does not grow further. */
    public sealed interface Stop {

        /** A table is too small. */
        record Overflow(Binding table) implements Stop {}

        /** The fabric or its plan cannot be made, such as for want of ports. */
        record CannotBuild(List<String> reasons) implements Stop {
            public CannotBuild {
                reasons = List.copyOf(reasons);
            }
        }

        /** Everything fits up to the largest size that was asked for. */
        record AsFarAsAsked() implements Stop {}
    }
}
