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
     * @param inSoftware by the processor, because the hardware had no room for the entry
     */
    record Sent(Position at, String reason, List<Leg> legs, boolean inSoftware) implements Step {
        /** By the hardware, or by a node. */
        Sent(Position at, String reason, List<Leg> legs) {
            this(at, reason, legs, false);
        }

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
