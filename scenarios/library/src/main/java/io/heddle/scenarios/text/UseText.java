package io.heddle.scenarios.text;

import io.heddle.model.audit.Reading;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Use;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.Words;
import java.util.stream.Collectors;

/** How full a table is, in words. */
final class UseText {

    private UseText() {}

    /** {@code 8,250 of 8,192 (100.7 %)}. */
    static String of(Use use, Limit limit) {
        return Numbers.of(use.used()) + " " + Numbers.of(limit)
                + (use.share().isPresent() ? " (" + Numbers.percent(use.share().getAsDouble()) + ")" : "");
    }

    /** {@code 8,250 overlay-neighbor-v4}. */
    static String made(Use use) {
        return use.contributions().stream()
                .map(each -> Numbers.of(each.entries()) + " " + Words.of(each.kind()))
                .collect(Collectors.joining(" + "));
    }

    static String overflow(Overflow overflow) {
        return overflow.action() == Overflow.Action.UNKNOWN
                ? "not documented"
                : overflow.action() + ": " + overflow.what();
    }

    /** What the other placements come to, or nothing where the placement is known. */
    static String alternatives(ResourceAudit audit) {
        StringBuilder text = new StringBuilder();
        if (!audit.alternatives().isEmpty()) {
            text.append("assumes ").append(audit.reading().placement().name());
            for (Reading each : audit.alternatives()) {
                text.append("; with ")
                        .append(each.placement().name())
                        .append(": ")
                        .append(of(each.atRest(), audit.limit()))
                        .append(", ")
                        .append(each.verdict());
            }
        }
        return text.toString();
    }
}
