package io.heddle.lab.diff;

import io.heddle.model.fabric.DeviceName;

/**
 * An entry that is not the same in both.
 *
 * @param kind what it is an entry of
 * @param key which entry
 * @param expected as computed, or {@code none}
 * @param found as held, or {@code none}
 */
public record Difference(DeviceName device, EntryTable kind, String key, String expected, String found) {

    @Override
    public String toString() {
        return device + " " + kind + " " + key + "\n  computed " + expected + "\n  held     " + found;
    }
}
