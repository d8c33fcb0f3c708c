package io.heddle.evpn.vrf;

import java.util.Optional;

/**
 * When a VTEP takes a MAC for one that two hosts use, and what it does then (RFC 7432 section 15.1). What systems differ in is data here.
 *
 * @param moves that many moves between own ports and VTEPs
 * @param withinNanos after the first time it was learned behind own ports anew
 */
public record DuplicateDetection(int moves, long withinNanos, Action action) {

    private static final long SECOND = 1_000_000_000L;

    /** What is done about a duplicate. */
    public sealed interface Action {

        /** It is told, and nothing else. */
        record Warn() implements Action {}

        /**
         * Routes of the MAC are neither sent nor listened to: where it was found last, there it stays.
         *
         * @param forNanos until this has passed; empty until a person says that it is settled
         */
        record Freeze(Optional<Long> forNanos) implements Action {}
    }

    /** The defaults of RFC 7432 section 15.1, which asks for a freeze until an operator acts. */
    public static final DuplicateDetection STANDARD =
            new DuplicateDetection(5, 180 * SECOND, new Action.Freeze(Optional.empty()));

    /** FRR 8.4 without {@code dup-addr-detection} lines: it compares whole seconds by "more than 180", and only warns. */
    public static final DuplicateDetection FRR = new DuplicateDetection(5, 181 * SECOND, new Action.Warn());

    public DuplicateDetection {
        if (moves < 1 || withinNanos < 1) {
            throw new IllegalArgumentException("duplicate after " + moves + " moves in " + withinNanos + " ns");
        }
    }

    /** The same, frozen for a time. */
    public DuplicateDetection freezing(long nanos) {
        return new DuplicateDetection(moves, withinNanos, new Action.Freeze(Optional.of(nanos)));
    }
}
