package io.heddle.scenarios.text;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.FailureCoverage;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.result.SwitchGroup;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.TranslationWords;
import io.heddle.simulator.translation.Translation;
import io.heddle.simulator.translation.Uncovered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answers that a person asked for, one a paragraph with its label in the margin. */
final class AnswersText {

    private static final int MARGIN = 17;
    /** Blocks told that lack an exception. */
    private static final int BLOCKS = 3;

    private final CaseResult result;
    private final StringBuilder out;

    private AnswersText(CaseResult result, StringBuilder out) {
        this.result = result;
        this.out = out;
    }

    static void write(CaseResult result, StringBuilder out) {
        AnswersText text = new AnswersText(result, out);
        if (result.solved().isPresent()) {
            text.fullest();
        }
        LossAnswer.lines(result.losses()).forEach(each -> text.labelled(each.label(), each.text()));
        result.solved().map(Solved::translation).filter(each -> each.pods() > 0).ifPresent(text::translation);
        result.capacity().ifPresent(curve -> CapacityText.lines(curve)
                .forEach(each -> text.labelled(each.label(), each.text())));
        text.labelled("Fabric", FabricLine.of(result));
    }

    private void translation(Translation translation) {
        labelled("Translation", (translation.holds() ? "" : "VIOLATED: ") + TranslationWords.of(translation));
        List<Uncovered> uncovered = translation.uncovered();
        uncovered.stream().limit(BLOCKS).forEach(each -> labelled("", "- " + TranslationWords.of(each)));
        if (uncovered.size() > BLOCKS) {
            labelled("", "- and " + Numbers.of(uncovered.size() - BLOCKS) + " more blocks without an exception");
        }
    }

    private void labelled(String label, String text) {
        boolean item = text.startsWith("- ");
        String margin = "  " + label + " ".repeat(Math.max(1, MARGIN - label.length()));
        Paragraph.write(out, item ? margin + "- " : margin, item ? text.substring(2) : text);
    }

    private void fullest() {
        List<SwitchGroup> groups = SwitchGroup.of(result.audits());
        Optional<Binding> binding = Binding.of(result.audits());
        if (binding.isEmpty()) {
            labelled("Fullest table", "none: no table with a known limit is used");
        } else {
            binding(binding.get(), groups);
        }
        unknown(groups);
    }

    private void binding(Binding binding, List<SwitchGroup> groups) {
        ResourceAudit audit = binding.audit();
        SwitchGroup group = groups.stream()
                .filter(each -> each.reports().contains(binding.report()))
                .findFirst()
                .orElseThrow();
        labelled(
                "Fullest table",
                audit.resource() + " on " + SwitchNames.counted(group) + ": "
                        + UseText.of(audit.reading().atRest(), audit.limit()) + ", " + word(audit.verdict()));
        String made = UseText.made(audit.reading().atRest());
        if (!made.isEmpty()) {
            labelled("", "made of " + made);
        }
        labelled(
                "",
                "limit: " + audit.evidence().confidence() + ", "
                        + audit.evidence().source());
        String alternatives = UseText.alternatives(audit);
        if (!alternatives.isEmpty()) {
            labelled("", alternatives);
        }
        labelled("When full", UseText.overflow(audit.overflow()));
        labelled("Worst failure", failure(audit));
    }

    private String failure(ResourceAudit audit) {
        FailureCoverage coverage = result.solved().orElseThrow().failures();
        if (coverage.computed() == 0) {
            return "none was computed";
        }
        String of = coverage.computed() == coverage.possible()
                ? " (all " + Numbers.of(coverage.possible()) + " computed)"
                : " (" + Numbers.of(coverage.computed()) + " computed, one of each kind of "
                        + Numbers.of(coverage.possible()) + ")";
        return audit.reading()
                .worstFailure()
                .filter(each -> each.use().used() > audit.used())
                .map(each -> each.failure() + ": " + UseText.of(each.use(), audit.limit()) + ", "
                        + word(each.use().verdict()) + of)
                .orElse("no loss of a single switch, card or cable fills it further" + of);
    }

    private void unknown(List<SwitchGroup> groups) {
        String unknown = groups.stream()
                .filter(each -> !each.first().with(Verdict.UNKNOWN).isEmpty())
                .map(each -> each.first().with(Verdict.UNKNOWN).stream()
                                .map(audit -> audit.resource() + " " + Numbers.of(audit.used()))
                                .collect(Collectors.joining(", "))
                        + " on " + SwitchNames.counted(each))
                .collect(Collectors.joining("; "));
        if (!unknown.isEmpty()) {
            labelled("Limit unknown", unknown);
        }
    }

    static String word(Verdict verdict) {
        return verdict == Verdict.OVERFLOWS ? "OVERFLOWS" : verdict.toString();
    }
}
