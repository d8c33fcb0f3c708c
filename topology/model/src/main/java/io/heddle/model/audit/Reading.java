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
    static final Comparator<Reading> WORST_FIRST = (a, b) -> {
        int byVerdict = b.verdict().compareTo(a.verdict());
        int byShare = byVerdict != 0 ? byVerdict : Double.compare(b.peakShare(), a.peakShare());
        return byShare != 0 ? byShare : Long.compare(b.peakUsed(), a.peakUsed());
    };

    /** At rest or in the worst failure, whichever is worse. */
    public Verdict verdict() {
        return worstFailure.isEmpty()
                ? atRest.verdict()
                : worstFailure.get().use().verdict().worse(atRest.verdict());
    }

    /** The larger share of rest and failure; 0 where there is none. */
    public double peakShare() {
        double rest = atRest.share().orElse(0);
        return worstFailure.isEmpty()
                ? rest
                : Math.max(rest, worstFailure.get().use().share().orElse(0));
    }

    long peakUsed() {
        return worstFailure.isEmpty()
                ? atRest.used()
                : Math.max(atRest.used(), worstFailure.get().use().used());
    }

    /** Whether the same figures come out, whatever the placement is called. */
    boolean agreesWith(Reading other) {
        return atRest.equals(other.atRest) && worstFailure.equals(other.worstFailure);
    }
}
