package io.heddle.scenarios.text;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.wording.Numbers;
import java.util.Optional;

/** The cases of a scenario, one a line. */
final class CaseTable {

    private CaseTable() {}

    static void write(ScenarioResult result, StringBuilder out, Style style) {
        Columns columns = Columns.of("llrrrlll");
        columns.head("case", "expected", "switches", "nodes", "pods", "fullest table", "use", "verdict");
        for (CaseResult each : result.cases()) {
            row(columns, each);
        }
        columns.write(out, "  ", style);
    }

    private static void row(Columns columns, CaseResult result) {
        long holding = result.judgements().stream().filter(Judgement::holds).count();
        String expected = result.holds()
                ? "holds"
                : holding + " of " + result.judgements().size();
        Optional<Binding> binding = Binding.of(result.audits());
        Columns.Kind kind = result.holds() ? Columns.Kind.PLAIN : Columns.Kind.BAD;
        columns.row(
                kind,
                result.given().name(),
                expected,
                Numbers.of(result.fabric().switches().size()),
                Numbers.of(result.fabric().nodes().size()),
                Numbers.of(result.solved()
                        .map(each -> each.plan().endpoints().size())
                        .orElse(0L)),
                binding.map(each ->
                                each.audit().resource() + " on " + each.report().device())
                        .orElse("-"),
                binding.map(Binding::audit).map(CaseTable::use).orElse("-"),
                binding.map(each -> AnswersText.word(each.audit().verdict()))
                        .orElse(
                                result.audits().stream().anyMatch(each -> each.verdict() == Verdict.UNKNOWN)
                                        ? "unknown"
                                        : "-"));
    }

    private static String use(ResourceAudit audit) {
        return UseText.of(audit.reading().atRest(), audit.limit());
    }
}
