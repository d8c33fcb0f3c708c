package io.heddle.simulator.drill;

import io.heddle.model.device.Overflow;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.SimTime;

/**
 * A table that had no room for what was wanted in it.
 *
 * @param table as its device calls it
 * @param overflow what the device does then
 * @param since when the first entry found none
 * @param entries the most that were missing at one time
 * @param pairs of pods that lost flows while an entry for them was missing on their way, or since the device crashed for it
 * @param example one of them, or nothing
 * @param slowPairs of pods whose packets the processor forwarded for want of an entry
 * @param slowExample one of them, or nothing
 * @param crashes of the device because of this table
 */
public record NoRoom(
        DeviceName device,
        String table,
        Overflow overflow,
        SimTime since,
        long entries,
        long pairs,
        String example,
        long slowPairs,
        String slowExample,
        int crashes) {}
