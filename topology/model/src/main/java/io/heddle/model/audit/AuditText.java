package io.heddle.model.audit;

import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import java.util.Locale;
import java.util.stream.Collectors;

/** A resource's audit in one line of English. */
final class AuditText {

    private AuditText() {}

    static String line(ResourceAudit audit) {
        Reading reading = audit.reading();
        StringBuilder text = new StringBuilder();
        text.append(audit.resource()).append(' ').append(audit.verdict()).append(": ");
        text.append(use(reading.atRest(), audit.limit()));
        reading.worstFailure()
                .filter(failure -> !failure.use().equals(reading.atRest()))
                .ifPresent(failure -> text.append("; after ")
                        .append(failure.failure())
                        .append(": ")
                        .append(use(failure.use(), audit.limit())));
        if (!audit.sharedWith().isEmpty()) {
            text.append("; table shared with ")
                    .append(audit.sharedWith().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (!audit.alternatives().isEmpty()) {
            text.append("; assuming ").append(reading.placement().name());
            audit.alternatives().forEach(each -> text.append("; with ")
                    .append(each.placement().name())
                    .append(" instead: ")
                    .append(each.verdict())
                    .append(", ")
                    .append(use(each.atRest(), audit.limit())));
        }
        if (audit.verdict() == Verdict.OVERFLOWS || audit.verdict() == Verdict.NEAR) {
            text.append("; when full: ").append(overflow(audit.overflow()));
        }
        return text.append(" [")
                .append(audit.evidence().confidence())
                .append(": ")
                .append(audit.evidence().source())
                .append(']')
                .toString();
    }

    private static String use(Use use, Limit limit) {
        String of =
                switch (limit) {
                    case Limit.Entries entries -> "of " + number(entries.count());
                    case Limit.Unlimited _ -> "without limit";
                    case Limit.Unknown _ -> "of an unknown limit";
                };
        String share = use.share().isPresent() ? " (" + percent(use.share().getAsDouble()) + ")" : "";
        String why = use.contributions().stream()
                .map(each -> number(each.entries()) + " " + words(each))
                .collect(Collectors.joining(", "));
        return number(use.used()) + " " + of + share + (why.isEmpty() ? "" : " = " + why);
    }

    private static String overflow(Overflow overflow) {
        return overflow.action() == Overflow.Action.UNKNOWN
                ? overflow.what()
                : overflow.action() + ", " + overflow.what();
    }

    private static String words(Contribution contribution) {
        return contribution.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Rounded away from 100 %, so that one entry too many is not shown as exactly full. */
    static String percent(double share) {
        double percent = share * 100;
        double shown = percent > 100 ? Math.max(100.1, percent) : percent < 100 ? Math.min(99.9, percent) : 100;
        return String.format(Locale.ROOT, shown == 100 ? "%.0f %%" : "%.1f %%", shown);
    }
}
