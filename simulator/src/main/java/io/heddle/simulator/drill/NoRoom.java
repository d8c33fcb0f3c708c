package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.SimTime;

/**
 * A table that had no room for what was wanted in it.
 *
 * @param table as its device calls it
 * @param since when the first entry found none
 * @param entries the most that were missing at one time
 * @param pairs of pods that lost flows while an entry for them was missing on their way
 * @param example one of them, or nothing
 */
public record NoRoom(DeviceName device, String table, SimTime since, long entries, long pairs, String example) {}
