package io.heddle.scenarios.text;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Resource;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.wording.Numbers;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The first line: whether what was expected holds. */
final class Heading {

    private Heading() {}

    static String verdict(List<Judgement> judgements, Style style) {
        long holding = judgements.stream().filter(Judgement::holds).count();
        if (judgements.isEmpty()) {
            return style.bold("NOTHING EXPECTED") + "  The scenario has no expectations; this is what was found.";
        }
        return holding == judgements.size()
                ? style.good("PASS") + "  "
                        + (holding == 1 ? "The one expectation holds." : "All " + holding + " expectations hold.")
                : style.bad("FAIL") + "  " + (judgements.size() - holding) + " of " + judgements.size()
                        + " expectations do not hold.";
    }

    /** The worst that the tables come to: {@code overlay_nexthop OVERFLOWS on 6 of 8 switches}. */
    static String tables(CaseResult result, Style style) {
        for (Verdict verdict : List.of(Verdict.OVERFLOWS, Verdict.NEAR)) {
            Set<Resource> resources = EnumSet.noneOf(Resource.class);
            long switches = 0;
            for (AuditReport report : result.audits()) {
                List<ResourceAudit> with = report.with(verdict);
                with.forEach(each -> resources.add(each.resource()));
                switches += with.isEmpty() ? 0 : 1;
            }
            if (switches > 0) {
                String names = resources.stream().map(Resource::toString).collect(Collectors.joining(", "));
                String where = " on " + Numbers.of(switches) + " of "
                        + Numbers.of(result.audits().size()) + " switches.";
                return verdict == Verdict.OVERFLOWS
                        ? style.bad(names + " OVERFLOWS") + where
                        : style.doubtful(names + " near the limit") + where;
            }
        }
        return "No known limit is near.";
    }
}
