package io.heddle.scenarios.sweep;

import io.heddle.model.audit.Verdict;
import io.heddle.scenarios.result.CaseResult;

/** What a point of a sweep came to, in one word. */
public enum PointVerdict {
    FITS,
    NEAR,
    /** A table whose limit nobody knows. */
    UNKNOWN,
    OVERFLOWS,
    /** Cables alone: nothing is routed, no table is held. */
    NO_DESIGN,
    /** The fabric cannot be built as described. */
    REFUSED;

    static PointVerdict of(CaseResult result) {
        if (result.solved().isEmpty()) {
            return NO_DESIGN;
        }
        Verdict worst = result.audits().stream().map(each -> each.verdict()).reduce(Verdict.FITS, Verdict::worse);
        return switch (worst) {
            case FITS -> FITS;
            case NEAR -> NEAR;
            case UNKNOWN -> UNKNOWN;
            case OVERFLOWS -> OVERFLOWS;
        };
    }

    /** Whether nobody would buy it. */
    public boolean isBad() {
        return this == OVERFLOWS || this == REFUSED;
    }
}
