package io.heddle.simulator.walk;

import java.util.List;

/** What a device does with a packet. */
public sealed interface Step {

    Position at();

    /** The entry or rule that decided. */
    String reason();

    /**
     * Sent on.
     *
     * @param legs at least one; more are equal-cost next hops or members of a bond, of which a hash takes one
     */
    record Sent(Position at, String reason, List<Leg> legs) implements Step {
        public Sent {
            legs = List.copyOf(legs);
            if (legs.isEmpty()) {
                throw new IllegalArgumentException("sent from " + at.device() + " without a leg: " + reason);
            }
        }
    }

    /** The end of a path. */
    record Ended(Position at, String reason, Arrival arrival) implements Step {}
}
