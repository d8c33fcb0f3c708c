package io.heddle.scenarios.judge;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Resource;
import io.heddle.scenarios.expect.Expectation;
import io.heddle.scenarios.expect.Moment;
import io.heddle.scenarios.expect.Where;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Judges expectations about tables. */
final class TableJudge {

    private TableJudge() {}

    static Found use(Expectation.TableUse expected, CaseResult result) {
        List<AuditReport> reports = Selection.reports(expected.where(), result);
        if (expected.where() instanceof Where.WholeFabric) {
            reports = reports.stream()
                    .max(Comparator.comparingLong(each -> used(each, expected.resource())))
                    .map(List::of)
                    .orElse(List.of());
        }
        Map<Object, AuditReport> byName = new HashMap<>();
        reports.forEach(each -> byName.put(each.device(), each));
        return Spread.of(reports.stream().map(AuditReport::device).toList(), name -> {
                    AuditReport report = byName.get(name);
                    return report == null ? Found.missing("no audit") : use(expected, report);
                })
                .found();
    }

    private static long used(AuditReport report, Resource resource) {
        return report.resource(resource).map(ResourceAudit::used).orElse(0L);
    }

    private static Found use(Expectation.TableUse expected, AuditReport report) {
        Optional<ResourceAudit> audit = report.resource(expected.resource());
        if (audit.isEmpty()) {
            boolean nothing = expected.used().orElse(0) == 0
                    && expected.limit().orElse(Limit.UNKNOWN).equals(Limit.UNKNOWN)
                    && expected.verdict().orElse(Verdict.FITS) == Verdict.FITS
                    && expected.whenFull().isEmpty();
            return new Found(nothing, "0, no limit known");
        }
        OptionalLong used = used(audit.get(), expected.moment());
        if (used.isEmpty()) {
            return Found.missing("no failure was computed");
        }
        boolean holds = expected.used().orElse(used.getAsLong()) == used.getAsLong()
                && expected.limit()
                        .orElse(audit.get().limit())
                        .equals(audit.get().limit())
                && expected.verdict().orElse(audit.get().verdict())
                        == audit.get().verdict()
                && expected.whenFull().orElse(audit.get().overflow().action())
                        == audit.get().overflow().action();
        String text =
                Numbers.of(used.getAsLong()) + " " + Numbers.of(audit.get().limit())
                        + (expected.verdict().isPresent() ? ", " + audit.get().verdict() : "")
                        + (expected.whenFull().isPresent()
                                ? ", when full: " + audit.get().overflow().action()
                                : "");
        return new Found(holds, text);
    }

    private static OptionalLong used(ResourceAudit audit, Moment moment) {
        return switch (moment) {
            case AT_REST -> OptionalLong.of(audit.used());
            case WORST_FAILURE ->
                audit.reading().worstFailure().stream()
                        .mapToLong(each -> each.use().used())
                        .findFirst();
        };
    }

    static Found binding(Expectation.BindingTable expected, CaseResult result) {
        if (expected.where() instanceof Where.WholeFabric) {
            return binding(expected, Binding.of(result.audits()));
        }
        return Spread.of(
                        Selection.of(expected.where(), result),
                        name -> binding(
                                expected,
                                Binding.of(result.audits().stream()
                                        .filter(each -> each.device().equals(name))
                                        .toList())))
                .found();
    }

    private static Found binding(Expectation.BindingTable expected, Optional<Binding> binding) {
        return binding.map(each -> new Found(
                        each.audit().resource() == expected.resource(),
                        each.audit().resource() + ", "
                                + Numbers.percent(each.audit().peakShare()) + " full"))
                .orElse(Found.missing("no table with a limit is used"));
    }

    static Found entries(Expectation.Entries expected, CaseResult result) {
        return Spread.of(Selection.of(expected.where(), result), name -> result.solved()
                        .flatMap(solved -> solved.state().tables(name))
                        .map(tables -> {
                            long held = tables.counts().of(expected.kind());
                            return new Found(
                                    held == expected.count(), Numbers.of(held) + " " + Words.of(expected.kind()));
                        })
                        .orElse(Found.missing("no tables")))
                .found();
    }
}
