package io.heddle.test.render;

import static org.assertj.core.api.Assertions.fail;

import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.topology.fault.Outcome;

/** Planned fabrics that the planner takes. */
final class Planned {

    private Planned() {}

    static FabricCase of(String design, long seed) {
        return switch (PlannedFabrics.of(design, seed)) {
            case Outcome.Made<FabricCase>(FabricCase made) -> made;
            case Outcome.Refused<FabricCase>(var faults) -> fail("the planner refuses: " + faults);
        };
    }
}
