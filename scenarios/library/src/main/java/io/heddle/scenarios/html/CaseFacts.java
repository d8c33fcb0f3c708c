package io.heddle.scenarios.html;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.Verdict;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.SwitchGroup;
import io.heddle.scenarios.wording.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * A case with what several sections need of it.
 *
 * @param groups switches that hold equal numbers
 * @param binding the fullest table of all
 */
record CaseFacts(CaseResult result, List<SwitchGroup> groups, Optional<Binding> binding, Names names) {

    static CaseFacts of(CaseResult result) {
        return new CaseFacts(
                result, SwitchGroup.of(result.audits()), Binding.of(result.audits()), Names.of(result.fabric()));
    }

    /** {@code leaf-1}, {@code the 80 leafs}. */
    String who(Binding table) {
        return groups.stream()
                .filter(each -> each.reports().contains(table.report()))
                .findFirst()
                .map(CaseFacts::who)
                .orElse(table.report().device().toString());
    }

    static String who(SwitchGroup group) {
        return group.size() == 1
                ? group.first().device().toString()
                : Numbers.of(group.size()) + " " + plural(group.first().role());
    }

    /** The names behind {@link #who}. */
    String named(SwitchGroup group) {
        return names.some(group.reports().stream()
                .map(AuditReport::device)
                .map(Object::toString)
                .toList());
    }

    static String plural(SwitchRole role) {
        return switch (role) {
            case LEAF -> "leafs";
            case BORDER_LEAF -> "border leafs";
            case SPINE -> "spines";
            case SUPER_SPINE -> "super-spines";
            case OUT_OF_BAND -> "out-of-band switches";
        };
    }

    long switchesThat(Verdict verdict) {
        return result.audits().stream()
                .filter(each -> !each.with(verdict).isEmpty())
                .count();
    }
}
