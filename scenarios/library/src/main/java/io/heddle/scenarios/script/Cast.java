package io.heddle.scenarios.script;

import io.heddle.simulator.drill.Drill;
import java.util.List;

/**
 * A script with its parts found.
 *
 * @param origins where each incident of the drill's schedule was written, in its order
 */
public record Cast(Drill drill, List<Origin> origins) {
    public Cast {
        origins = List.copyOf(origins);
    }
}
