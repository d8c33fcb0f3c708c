package io.heddle.evpn.vrf;

import java.util.ArrayList;
import java.util.List;

/**
 * The recent moves of one MAC, to find out that two hosts use it (RFC 7432 section 15.1). Immutable; times are nanoseconds on any scale
 * that does not run backwards.
 *
 * @param moves when it moved, oldest first, no longer ago than the limits look back
 * @param duplicate whether it was found to be used twice; that stays until {@link #cleared}
 */
public record MoveHistory(List<Long> moves, boolean duplicate) {

    public static final MoveHistory NONE = new MoveHistory(List.of(), false);

    /**
     * When a MAC counts as duplicate: that many moves within that time.
     *
     * @param withinNanos the window
     */
    public record Limits(int moves, long withinNanos) {

        /** RFC 7432 section 15.1, and FRR's: 5 moves in 180 seconds. */
        public static final Limits STANDARD = new Limits(5, 180_000_000_000L);

        public Limits {
            if (moves < 1 || withinNanos < 1) {
                throw new IllegalArgumentException("duplicate after " + moves + " moves in " + withinNanos + " ns");
            }
        }
    }

    public MoveHistory {
        moves = List.copyOf(moves);
    }

    /** With one more move, at {@code now}. A MAC that is already duplicate is no longer followed: its last place stays. */
    public MoveHistory moved(long now, Limits limits) {
        if (duplicate) {
            return this;
        }
        List<Long> recent = new ArrayList<>();
        for (long each : moves) {
            if (now - each < limits.withinNanos()) {
                recent.add(each);
            }
        }
        recent.add(now);
        return new MoveHistory(recent, recent.size() >= limits.moves());
    }

    /** A person or a timer said that it is settled. */
    public MoveHistory cleared() {
        return NONE;
    }
}
