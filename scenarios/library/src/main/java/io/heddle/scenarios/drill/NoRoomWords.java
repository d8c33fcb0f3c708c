package io.heddle.scenarios.drill;

import io.heddle.model.device.Overflow;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.simulator.drill.NoRoom;

/** A table that had no room, and what came of it, in a sentence. */
public final class NoRoomWords {

    private NoRoomWords() {}

    public static String of(NoRoom full) {
        return full.table() + " of " + full.device() + " had no room for " + Numbers.of(full.entries())
                + (full.entries() == 1 ? " entry" : " entries") + " from " + full.since() + " on; " + then(full);
    }

    private static String then(NoRoom full) {
        return switch (full.overflow().action()) {
            case DROP_SILENTLY, UNKNOWN -> lost(full, "for want of one");
            case NOT_ADVERTISED -> "they are not announced, and " + lost(full, "for want of one");
            case CRASH ->
                "it crashed " + (full.crashes() == 1 ? "once" : full.crashes() + " times") + ", and "
                        + lost(full, "since");
            case PUNT_TO_CPU ->
                "packets of " + Numbers.counted(full.slowPairs(), "pair") + " of pods went by its processor"
                        + (full.slowPairs() == 0 ? "" : ", " + full.slowExample()) + ", " + rate(full.overflow());
        };
    }

    private static String lost(NoRoom full, String why) {
        return Numbers.counted(full.pairs(), "pair") + " of pods lost packets " + why
                + (full.pairs() == 0 ? "" : ", " + full.example());
    }

    private static String rate(Overflow overflow) {
        return overflow.packetsPerSecond().isPresent()
                ? "which forwards " + Numbers.of(overflow.packetsPerSecond().getAsInt())
                        + " packets a second for all of them together"
                : "and nobody says how many packets it forwards";
    }
}
