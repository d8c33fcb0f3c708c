package io.heddle.model.audit;

import io.heddle.model.device.Placement;
import java.util.Comparator;
import java.util.Optional;

/**
 * A resource as it stands if entries go where {@code placement} says.
 *
 * @param worstFailure empty if no failure was computed
 */
public record Reading(Placement placement, Use atRest, Optional<FailureUse> worstFailure) {

    /** Worst first: by verdict, then by share, then by entries. */
    static final Comparator<Reading> WORST_FIRST = Comparator.comparing(Reading::verdict)
            .thenComparingDouble(Reading::peakShare)
            .thenComparingLong(Reading::peakUsed)
            .reversed();

    /** At rest or in the worst failure, whichever is worse. */
    public Verdict verdict() {
        return worstFailure
                .map(failure -> failure.use().verdict().worse(atRest.verdict()))
                .orElse(atRest.verdict());
    }

    /** The larger share of rest and failure; 0 where there is none. */
    public double peakShare() {
        double inFailure =
                worstFailure.map(failure -> failure.use().share().orElse(0)).orElse(0.0);
        return Math.max(atRest.share().orElse(0), inFailure);
    }

    long peakUsed() {
        return Math.max(
                atRest.used(), worstFailure.map(failure -> failure.use().used()).orElse(0L));
    }

    /** Whether the same figures come out, whatever the placement is called. */
    boolean agreesWith(Reading other) {
        return atRest.equals(other.atRest) && worstFailure.equals(other.worstFailure);
    }
}
