package io.heddle.scenarios.text;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Limit;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.SwitchGroup;
import io.heddle.scenarios.wording.Numbers;
import java.util.List;

/** Every table of every switch, equal switches together. */
final class TablesText {

    private TablesText() {}

    static void write(CaseResult result, StringBuilder out, Style style) {
        List<SwitchGroup> groups = SwitchGroup.of(result.audits());
        if (groups.isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold("Tables")).append('\n');
        boolean failures = result.audits().stream()
                .flatMap(each -> each.resources().stream())
                .anyMatch(TablesText::worsens);
        for (SwitchGroup group : groups) {
            AuditReport report = group.first();
            out.append("  ")
                    .append(SwitchNames.counted(group))
                    .append(", ")
                    .append(report.profile().ref());
            if (group.size() > 1) {
                out.append(" (").append(SwitchNames.of(group)).append(')');
            }
            out.append('\n');
            rows(report, failures).write(out, "    ", style);
        }
        Paragraph.write(out, "  ", AuditReport.ONE_AT_A_TIME);
    }

    static Columns rows(AuditReport report, boolean failures) {
        Columns columns = Columns.of(failures ? "lrrrrlll" : "lrrrlll");
        if (failures) {
            columns.head("resource", "used", "in failure", "limit", "share", "verdict", "limit is", "when full");
        } else {
            columns.head("resource", "used", "limit", "share", "verdict", "limit is", "when full");
        }
        for (ResourceAudit each : report.resources()) {
            if (each.used() > 0 || each.peakShare() > 0) {
                row(columns, each, failures);
            }
        }
        return columns;
    }

    private static void row(Columns columns, ResourceAudit audit, boolean failures) {
        String used = Numbers.of(audit.used());
        String limit =
                switch (audit.limit()) {
                    case Limit.Entries entries -> Numbers.of(entries.count());
                    case Limit.Unlimited _ -> "none";
                    case Limit.Unknown _ -> "?";
                };
        String share = audit.peakShare() > 0 ? Numbers.percent(audit.peakShare()) : "";
        String confidence = audit.limit() instanceof Limit.Entries
                ? audit.evidence().confidence().toString()
                : "";
        String overflow = audit.limit() instanceof Limit.Unlimited
                ? ""
                : audit.overflow().action().toString();
        String verdict = AnswersText.word(audit.verdict());
        Columns.Kind kind = kind(audit.verdict());
        if (failures) {
            String inFailure = audit.reading()
                    .worstFailure()
                    .filter(_ -> worsens(audit))
                    .map(each -> Numbers.of(each.use().used()))
                    .orElse("");
            columns.row(
                    kind, audit.resource().toString(), used, inFailure, limit, share, verdict, confidence, overflow);
        } else {
            columns.row(kind, audit.resource().toString(), used, limit, share, verdict, confidence, overflow);
        }
    }

    private static boolean worsens(ResourceAudit audit) {
        return audit.reading()
                .worstFailure()
                .filter(each -> each.use().used() > audit.used())
                .isPresent();
    }

    private static Columns.Kind kind(Verdict verdict) {
        return switch (verdict) {
            case FITS -> Columns.Kind.PLAIN;
            case NEAR, UNKNOWN -> Columns.Kind.DOUBTFUL;
            case OVERFLOWS -> Columns.Kind.BAD;
        };
    }
}
