package io.heddle.topology.loss;

import java.util.List;

/**
 * Whether the fabric survives the loss of any one part of a kind.
 *
 * @param outOfBand about management networks; otherwise about traffic
 * @param examined parts taken away, one by one
 * @param offenders those whose loss costs somebody connectivity
 */
public record Verdict(Reading reading, boolean outOfBand, int examined, List<Impact> offenders) {

    public Verdict {
        offenders = List.copyOf(offenders);
    }

    public boolean resilient() {
        return offenders.isEmpty();
    }
}
