package io.heddle.scenarios.text;

import io.heddle.scenarios.drill.DrillResult;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.simulator.drill.DrillVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What drills do harm, the worst first, in lines that fit a narrow terminal: columns in which nothing stands are left out, what nobody
 * notices is told in one sentence, and a cable's far end stands below it.
 */
final class DrillRanking {

    /** Drills that have a row. */
    private static final int NAMED = 20;

    /** And of those that nobody notices, how many are named. */
    private static final int UNNOTICED = 12;

    private static final String LOSS = "loss of ";
    private static final String CABLE = " -- ";
    private static final int LONG_NAME = 36;

    private DrillRanking() {}

    /** Something besides pods' pairs that is only told where it happens. */
    private record Count(String head, ToLongFunction<DrillVerdict> of) {}

    private static final List<Count> COUNTS =
            List.of(new Count("pods gone", DrillVerdict::podsGone), new Count("messages", each -> each.traffic()
                    .messages()));

    static void write(List<DrillResult> results, StringBuilder out, Style style) {
        List<DrillResult> noticed =
                results.stream().filter(DrillRanking::isNoticed).toList();
        boolean losses = results.stream().allMatch(each -> each.drill().text().startsWith(LOSS));
        if (!noticed.isEmpty()) {
            table(noticed, losses, out, style);
        }
        List<DrillResult> rest =
                results.stream().filter(each -> !isNoticed(each)).toList();
        if (!rest.isEmpty()) {
            unnoticed(rest, losses, noticed.isEmpty(), out);
        }
    }

    private static boolean isNoticed(DrillResult result) {
        DrillVerdict verdict = result.verdict();
        return verdict.pairsInterrupted() > 0 || verdict.podsGone() > 0;
    }

    private static void table(List<DrillResult> noticed, boolean losses, StringBuilder out, Style style) {
        List<DrillResult> named = noticed.stream().limit(NAMED).toList();
        List<Count> counts = COUNTS.stream()
                .filter(count -> named.stream().anyMatch(each -> count.of.applyAsLong(each.verdict()) > 0))
                .toList();
        List<String> head =
                new ArrayList<>(List.of(losses ? LOSS.strip() : "", "like it", "cut off", "interrupted", "longest"));
        counts.forEach(each -> head.add(each.head));
        Columns rows = Columns.of("l" + "r".repeat(head.size() - 1)).head(head.toArray(String[]::new));
        named.forEach(each -> row(each, losses, counts, rows));
        rows.write(out, "  ", style);
        if (noticed.size() > NAMED) {
            out.append("  and ").append(Numbers.of(noticed.size() - NAMED)).append(" that harm less or as much\n");
        }
        out.append("  cut off, interrupted: pairs of pods that lose flows for good, or for a while\n");
    }

    private static void row(DrillResult result, boolean losses, List<Count> counts, Columns rows) {
        DrillVerdict verdict = result.verdict();
        Columns.Kind kind = verdict.pairsLostForGood() > 0
                ? Columns.Kind.BAD
                : verdict.pairsInterrupted() > 0 ? Columns.Kind.DOUBTFUL : Columns.Kind.PLAIN;
        String name = name(result, losses);
        int end = name.length() > LONG_NAME ? name.indexOf(CABLE) : -1;
        List<String> cells = new ArrayList<>(List.of(
                end < 0 ? name : name.substring(0, end),
                Numbers.of(result.drill().like()),
                Numbers.of(verdict.pairsLostForGood()),
                Numbers.of(verdict.pairsInterrupted()),
                longest(verdict)));
        counts.forEach(each -> cells.add(Numbers.of(each.of.applyAsLong(verdict))));
        rows.row(kind, cells.toArray(String[]::new));
        if (end >= 0) {
            rows.row(kind, " " + name.substring(end));
        }
    }

    private static String longest(DrillVerdict verdict) {
        if (verdict.pairsLostForGood() > 0) {
            return "for good";
        }
        return verdict.outages().isEmpty() ? "-" : verdict.longest().toString();
    }

    private static void unnoticed(List<DrillResult> rest, boolean losses, boolean all, StringBuilder out) {
        long parts = rest.stream().mapToLong(each -> each.drill().like()).sum();
        String names = rest.stream()
                .limit(UNNOTICED)
                .map(each -> name(each, losses)
                        + (each.drill().like() > 1
                                ? " (" + Numbers.of(each.drill().like()) + " like it)"
                                : ""))
                .collect(Collectors.joining(", "));
        Paragraph.write(
                out,
                "  ",
                "No pair of pods notices "
                        + (losses ? "the loss of " : "")
                        + Numbers.of(parts)
                        + (all ? ": " : " others: ")
                        + names
                        + (rest.size() > UNNOTICED ? ", and " + Numbers.of(rest.size() - UNNOTICED) + " more" : "")
                        + ".",
                Paragraph.NARROW);
    }

    private static String name(DrillResult result, boolean losses) {
        String text = result.drill().text();
        return losses ? text.substring(LOSS.length()) : text;
    }
}
