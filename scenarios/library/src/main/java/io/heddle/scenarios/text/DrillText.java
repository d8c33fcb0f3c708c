package io.heddle.scenarios.text;

import io.heddle.scenarios.drill.DrillResult;
import io.heddle.scenarios.drill.DrillSurvey;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.TranslationWords;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.drill.TranslationVerdict;
import java.util.List;

/** What drills came to, for a person at a terminal. */
public final class DrillText {

    private static final String INDENT = "         ";

    private DrillText() {}

    /** Many drills, ranked by harm, and what they prove. */
    public static String of(String name, DrillSurvey survey, Style style) {
        StringBuilder out = new StringBuilder();
        int run = survey.results().size();
        out.append(style.bold(Numbers.counted(run, "drill") + " on " + name));
        if (survey.stoodFor() > run) {
            out.append(", one of each kind:\nthey stand for ")
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
        DrillRanking.write(survey.results(), out, style);
        out.append('\n');
        survey.byKind().forEach((kind, results) -> proof(kind, results, out, style));
        survey.translation().ifPresent(each -> translation(each, out, style));
        out.append(DrillEndText.of(survey.results(), style));
        return out.toString();
    }

    private static void translation(TranslationVerdict verdict, StringBuilder out, Style style) {
        said(
                verdict.holds() ? style.good("HOLDS    ") : style.bad("VIOLATED "),
                TranslationWords.of(verdict) + ".",
                out);
        verdict.translated().stream()
                .limit(1)
                .forEach(each ->
                        Paragraph.write(out, INDENT + "  ", TranslationWords.of(each.most()), Paragraph.NARROW));
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
            DrillResult longest = longest(results);
            said(
                    style.good("PROVED   "),
                    "survives the loss of " + loss + " (" + Numbers.of(parts) + "): "
                            + (worst.verdict().outages().isEmpty()
                                    ? "no pair of pods loses a packet."
                                    : "the longest interruption is "
                                            + longest.verdict().longest() + ", "
                                            + longest.drill().text() + "."),
                    out);
        } else {
            long offenders = results.stream()
                    .filter(each -> !each.survives())
                    .mapToLong(each -> each.drill().like())
                    .sum();
            said(
                    style.bad("REFUTED  "),
                    "survives the loss of " + loss + ": not of " + Numbers.of(offenders) + " of " + Numbers.of(parts)
                            + "; after " + worst.drill().text() + ", "
                            + Numbers.of(worst.verdict().pairsLostForGood()) + " of "
                            + Numbers.counted(worst.verdict().pairs(), "pair")
                            + " of pods never reach each other again.",
                    out);
        }
        worst.verdict().outages().stream().findFirst().ifPresent(each -> reason(each, out));
    }

    /** Text behind a word that may have a colour. */
    private static void said(String word, String text, StringBuilder out) {
        StringBuilder lines = new StringBuilder();
        Paragraph.write(lines, INDENT, text, Paragraph.NARROW);
        out.append(word).append(lines.substring(INDENT.length()));
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
        Paragraph.write(out, INDENT + "  ", outage.example() + ": " + worst.reason(), Paragraph.NARROW);
        Paragraph.write(out, INDENT + "  begun by ", worst.begunBy(), Paragraph.NARROW);
        if (!worst.endedBy().isEmpty()) {
            Paragraph.write(out, INDENT + "  ended by ", worst.endedBy(), Paragraph.NARROW);
        }
    }
}
