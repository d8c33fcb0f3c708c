package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.walk.Arrival;
import java.util.Optional;

/**
 * A place where packets were lost: a device that dropped them or, in a loop, one that saw them twice.
 *
 * @param entry what decided there
 * @param until when the last of them got through; empty if it is there at the end
 * @param pairs of pods that met it
 */
public record Trap(Arrival kind, DeviceName device, String entry, SimTime from, Optional<SimTime> until, long pairs) {}
