package io.heddle.scenarios.html;

import io.heddle.model.audit.FailureUse;
import io.heddle.model.audit.Reading;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Use;
import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.scenarios.wording.Numbers;
import java.util.Optional;
import java.util.stream.Collectors;

/** How full a table is, in words. */
final class UseWords {

    private UseWords() {}

    /** {@code 8,250 of 8,192 (100.7 %)}. */
    static String of(Use use, Limit limit) {
        return Numbers.of(use.used()) + " " + Numbers.of(limit)
                + (use.share().isPresent() ? " (" + percent(use.share().getAsDouble()) + ")" : "");
    }

    /** {@code 12.5 %}, held together at the end of a line. */
    static String percent(double share) {
        return Numbers.percent(share).replace(' ', '\u00A0');
    }

    /** The failure, if it fills the table more than rest does. */
    static Optional<FailureUse> worse(Reading reading) {
        return reading.worstFailure()
                .filter(each -> each.use().used() > reading.atRest().used()
                        || each.use().share().orElse(0)
                                > reading.atRest().share().orElse(0));
    }

    /** The placement that fills the table most; not the one that reads worst where that is merely unknown. */
    static Reading fullest(ResourceAudit audit) {
        Reading fullest = audit.reading();
        for (Reading each : audit.alternatives()) {
            fullest = each.peakShare() > fullest.peakShare() ? each : fullest;
        }
        return fullest;
    }

    /** The use that decides, with the failure if it is one. */
    static String peak(ResourceAudit audit) {
        Reading fullest = fullest(audit);
        return worse(fullest)
                .map(each -> of(each.use(), audit.limit()) + " after " + each.failure())
                .orElseGet(() -> of(fullest.atRest(), audit.limit()));
    }

    /** Entries in the state that decides. */
    static long peakUsed(ResourceAudit audit) {
        Reading fullest = fullest(audit);
        return worse(fullest)
                .map(each -> each.use().used())
                .orElse(fullest.atRest().used());
    }

    static String limit(Limit limit) {
        return switch (limit) {
            case Limit.Entries entries -> Numbers.of(entries.count());
            case Limit.Unlimited _ -> "no limit";
            case Limit.Unknown _ -> "unknown";
        };
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case FITS -> "Fits";
            case NEAR -> "Near limit";
            case UNKNOWN -> "Unknown";
            case OVERFLOWS -> "Overflows";
        };
    }

    /** {@code 770 ARP entries + 14 own IPv4 addresses}. */
    static String made(Use use) {
        return use.contributions().stream()
                .map(each -> Numbers.of(each.held()) + " " + EntryWords.of(each.kind())
                        + (each.entries() == each.held() ? "" : " taking " + Numbers.of(each.entries())))
                .collect(Collectors.joining(" + "));
    }

    /** What follows when the table is full, as a sentence. */
    static String beyond(Overflow overflow) {
        String what = overflow.what();
        String sentence = "Beyond the limit: " + what + (what.endsWith(".") ? "" : ".");
        return switch (overflow.action()) {
            case UNKNOWN ->
                overflow.equals(Overflow.UNKNOWN) ? "What happens beyond the limit is not documented." : sentence;
            case CRASH, DROP_SILENTLY, NOT_ADVERTISED, PUNT_TO_CPU -> sentence;
        };
    }
}
