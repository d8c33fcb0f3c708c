package io.heddle.simulator.timeline;

import io.heddle.model.net.Prefix;
import java.util.List;

/** How a simulation came to its end. */
public sealed interface Ending {

    /** Nothing was under way any more but keepalives. */
    record Quiet(SimTime at) implements Ending {}

    /**
     * It would never come to rest: routes of these prefixes come back again and again.
     *
     * @param text which routers change their mind about what
     */
    record Oscillating(SimTime at, List<Prefix> prefixes, String text) implements Ending {
        public Oscillating {
            prefixes = List.copyOf(prefixes);
        }
    }

    /** Stopped by a limit of time or events before it came to rest. */
    record CutShort(SimTime at, String limit) implements Ending {}

    /** The time of the end. */
    SimTime at();
}
