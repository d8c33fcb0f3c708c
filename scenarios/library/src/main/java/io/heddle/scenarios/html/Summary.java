package io.heddle.scenarios.html;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.wording.Numbers;
import java.util.List;

/** The verdict in sentences for somebody who reads nothing else. */
final class Summary {

    private Summary() {}

    /** Whether what was expected holds. */
    static String headline(List<Judgement> judgements) {
        long failing = judgements.stream().filter(each -> !each.holds()).count();
        int all = judgements.size();
        if (all == 0) {
            return "Nothing was expected; this is what was found.";
        }
        if (failing == 0) {
            return all == 1
                    ? "Pass: the one expectation holds."
                    : "Pass: all " + Numbers.of(all) + " expectations hold.";
        }
        return "Fail: " + Numbers.of(failing) + " of " + Numbers.of(all)
                + (failing == 1 ? " expectations does not hold." : " expectations do not hold.");
    }

    /** What fills first, with number and limit, and what happens beyond. */
    static String binding(CaseFacts facts) {
        if (facts.result().solved().isEmpty()) {
            return "Only cables were examined: the scenario names no routing design, so no table was computed.";
        }
        return facts.binding().map(each -> sentence(facts, each)).orElse("") + unknown(facts);
    }

    /** What cannot be judged: silence about it would pass for a yes. */
    private static String unknown(CaseFacts facts) {
        List<String> tables = facts.groups().stream()
                .flatMap(group -> group.first().with(Verdict.UNKNOWN).stream()
                        .map(each -> ResourceWords.of(each.resource()) + " on " + CaseFacts.who(group)))
                .toList();
        if (tables.isEmpty()) {
            return facts.binding().isEmpty() ? "No table with a limit is in use." : "";
        }
        return facts.binding().isEmpty()
                ? "Whether the switches can hold what they must is not known: nobody published a limit for any table in"
                        + " use, such as " + tables.getFirst() + "."
                : " Nobody published a limit for " + Numbers.of(tables.size())
                        + (tables.size() == 1 ? " other table, " : " other tables, such as ") + tables.getFirst()
                        + ": not judged.";
    }

    private static String sentence(CaseFacts facts, Binding binding) {
        ResourceAudit audit = binding.audit();
        String table = "the table of " + ResourceWords.of(audit.resource()) + " on " + facts.who(binding);
        String rest = UseWords.of(UseWords.fullest(audit).atRest(), audit.limit());
        String peak = UseWords.peak(audit);
        String both = peak.equals(rest) ? rest : rest + " at rest, " + peak;
        String use =
                switch (audit.verdict()) {
                    case FITS -> "First to fill is " + table + ": " + both + ". ";
                    case UNKNOWN -> "First to fill, as far as limits are known, is " + table + ": " + both + ". ";
                    case NEAR ->
                        (audit.peakShare() == 1 ? "Exactly full is " : "Near its limit is ") + table + ": " + both
                                + ". ";
                    case OVERFLOWS -> "Too small is " + table + ": " + both + ". ";
                };
        return use + UseWords.beyond(audit.overflow());
    }
}
