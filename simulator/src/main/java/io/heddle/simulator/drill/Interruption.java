package io.heddle.simulator.drill;

import io.heddle.simulator.timeline.SimTime;
import java.util.Optional;

/**
 * A time during which flows of a pair were lost.
 *
 * @param until when the last flow arrived again; empty if some are lost at the end
 * @param worstShare of flows lost at the worst time, above 0 and at most 1
 * @param lossSeconds the share of flows lost, over time: what a flow loses on the mean
 * @param reason where the packets ended and why: at the beginning or, if it did not end, at the end of the drill
 * @param begunBy what brought it about
 * @param endedBy what ended it; empty if it did not end
 */
public record Interruption(
        SimTime from,
        Optional<SimTime> until,
        double worstShare,
        double lossSeconds,
        String reason,
        String begunBy,
        String endedBy) {

    /** How long it lasted, or until {@code end} if it did not stop. */
    public SimTime length(SimTime end) {
        return until.orElse(end).since(from);
    }
}
