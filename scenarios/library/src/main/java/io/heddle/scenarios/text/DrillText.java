package io.heddle.scenarios.text;

import io.heddle.scenarios.drill.DrillResult;
import io.heddle.scenarios.drill.DrillSurvey;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import java.util.List;

/** What drills came to, for a person at a terminal. */
public final class DrillText {

    /** Drills that are named. */
    private static final int NAMED = 20;

    private DrillText() {}

    /** Many drills, ranked by harm, and what they prove. */
    public static String of(String name, DrillSurvey survey, Style style) {
        StringBuilder out = new StringBuilder();
        int run = survey.results().size();
        out.append(style.bold(Numbers.counted(run, "drill") + " on " + name));
        if (survey.stoodFor() > run) {
            out.append(", one of each kind: they stand for ")
                    .append(Numbers.of(survey.stoodFor()))
                    .append(" of ")
                    .append(Numbers.of(survey.possible()))
                    .append(" (--all runs every one)");
        } else if (survey.possible() > run) {
            out.append(" of ").append(Numbers.of(survey.possible())).append(" possible ones");
        }
        out.append('\n');
        survey.results().stream().findFirst().ifPresent(each -> out.append(
                        Numbers.counted(each.verdict().pods(), "pod"))
                .append(", ")
                .append(Numbers.counted(each.verdict().pairs(), "pair"))
                .append(" of pods on different nodes, each way for itself\n"));
        out.append('\n');
        ranking(survey.results(), out, style);
        out.append('\n');
        survey.byKind().forEach((kind, results) -> proof(kind, results, out, style));
        out.append(DrillEndText.of(survey.results(), style));
        return out.toString();
    }

    private static void ranking(List<DrillResult> results, StringBuilder out, Style style) {
        Columns rows =
                Columns.of("lrrrrrr").head("", "like it", "cut off", "interrupted", "longest", "pods gone", "messages");
        results.stream().limit(NAMED).forEach(each -> {
            DrillVerdict verdict = each.verdict();
            Columns.Kind kind = verdict.pairsLostForGood() > 0
                    ? Columns.Kind.BAD
                    : verdict.pairsInterrupted() > 0 ? Columns.Kind.DOUBTFUL : Columns.Kind.PLAIN;
            rows.row(
                    kind,
                    each.drill().text(),
                    Numbers.of(each.drill().like()),
                    Numbers.of(verdict.pairsLostForGood()),
                    Numbers.of(verdict.pairsInterrupted()),
                    verdict.pairsLostForGood() > 0
                            ? "for good"
                            : verdict.outages().isEmpty()
                                    ? "-"
                                    : verdict.longest().toString(),
                    Numbers.of(verdict.podsGone()),
                    Numbers.of(verdict.traffic().messages()));
        });
        rows.write(out, "  ", style);
        if (results.size() > NAMED) {
            out.append("  and ").append(Numbers.of(results.size() - NAMED)).append(" that harm less or as much\n");
        }
        out.append("  cut off, interrupted: pairs of pods that lose flows for good, or for a while\n");
    }

    /** Whether the fabric survives the loss of any one part of a kind, with the worst as the reason. */
    private static void proof(String kind, List<DrillResult> results, StringBuilder out, Style style) {
        DrillResult worst = results.getFirst();
        String loss = kind.equals("pair") ? "any two parts drilled" : "any single " + kind;
        if (kind.equals("incident")) {
            return;
        }
        long parts = results.stream().mapToLong(each -> each.drill().like()).sum();
        if (worst.survives()) {
            out.append(style.good("PROVED   "))
                    .append(" survives the loss of ")
                    .append(loss)
                    .append(" (")
                    .append(Numbers.of(parts))
                    .append("): ");
            out.append(
                    worst.verdict().outages().isEmpty()
                            ? "no pair of pods loses a packet.\n"
                            : "the longest interruption is "
                                    + longest(results).verdict().longest() + ", "
                                    + longest(results).drill().text() + ".\n");
        } else {
            long offenders = results.stream()
                    .filter(each -> !each.survives())
                    .mapToLong(each -> each.drill().like())
                    .sum();
            out.append(style.bad("REFUTED  "))
                    .append(" survives the loss of ")
                    .append(loss)
                    .append(": not of ")
                    .append(Numbers.of(offenders))
                    .append(" of ")
                    .append(Numbers.of(parts))
                    .append("; after ")
                    .append(worst.drill().text())
                    .append(", ")
                    .append(Numbers.of(worst.verdict().pairsLostForGood()))
                    .append(" of ")
                    .append(Numbers.counted(worst.verdict().pairs(), "pair"))
                    .append(" of pods never reach each other again.\n");
        }
        worst.verdict().outages().stream().findFirst().ifPresent(each -> reason(each, out));
    }

    private static DrillResult longest(List<DrillResult> results) {
        DrillResult longest = results.getFirst();
        for (DrillResult each : results) {
            if (each.verdict().longest().compareTo(longest.verdict().longest()) > 0) {
                longest = each;
            }
        }
        return longest;
    }

    private static void reason(PairOutage outage, StringBuilder out) {
        Interruption worst = outage.interruptions().getLast();
        out.append("           ")
                .append(outage.example())
                .append(": ")
                .append(worst.reason())
                .append("; begun by: ")
                .append(worst.begunBy())
                .append(worst.endedBy().isEmpty() ? "" : "; ended by: " + worst.endedBy())
                .append('\n');
    }
}
