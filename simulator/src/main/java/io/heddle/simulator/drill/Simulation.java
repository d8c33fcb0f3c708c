package io.heddle.simulator.drill;

import io.heddle.simulator.timeline.Timeline;

/** Turns a drill into what happens. */
@FunctionalInterface
public interface Simulation {

    /** The timeline from the moment before the first incident to the end. */
    Timeline run(Drill drill);
}
