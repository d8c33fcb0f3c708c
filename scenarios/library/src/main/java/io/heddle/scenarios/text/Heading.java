package io.heddle.scenarios.text;

import io.heddle.model.audit.Verdict;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.wording.Numbers;
import java.util.List;

/** The first line: whether what was expected holds. */
final class Heading {

    private Heading() {}

    static String verdict(List<Judgement> judgements, Style style) {
        long holding = judgements.stream().filter(Judgement::holds).count();
        if (judgements.isEmpty()) {
            return style.bold("NOTHING EXPECTED") + "  The scenario has no expectations; this is what was found.";
        }
        return holding == judgements.size()
                ? style.good("PASS") + "  " + (holding == 1 ? "The one expectation holds." : "All " + holding + " expectations hold.")
                : style.bad("FAIL") + "  " + (judgements.size() - holding) + " of " + judgements.size()
                        + " expectations do not hold.";
    }

    /** {@code overflows on 150 switches}, {@code fits}. */
    static String tables(CaseResult result) {
        long overflowing = result.audits().stream()
                .filter(each -> each.verdict() == Verdict.OVERFLOWS)
                .count();
        return overflowing == 0
                ? "no known limit is passed"
                : "a table overflows on " + Numbers.of(overflowing) + " of "
                        + Numbers.of(result.audits().size()) + " switches";
    }
}
