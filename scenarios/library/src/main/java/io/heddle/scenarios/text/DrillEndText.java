package io.heddle.scenarios.text;

import io.heddle.scenarios.drill.DrillResult;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Ending;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether drills came to rest, and to the rest that the stable-state solver computes. */
final class DrillEndText {

    private static final int NAMED = 5;

    private DrillEndText() {}

    static String of(List<DrillResult> results, Style style) {
        StringBuilder out = new StringBuilder("\n");
        long agreeing = 0;
        long overflowed = 0;
        long entries = 0;
        Map<String, Long> notCompared = new TreeMap<>();
        for (DrillResult each : results) {
            switch (each.end()) {
                case EndCheck.Agrees(int _, long held) -> {
                    agreeing++;
                    entries += held;
                }
                case EndCheck.Overflowed _ -> overflowed++;
                case EndCheck.NotCompared(String why) -> notCompared.merge(why, 1L, Long::sum);
                case EndCheck.Differs _ -> {}
            }
            if (!(each.verdict().ending() instanceof Ending.Quiet)) {
                out.append(style.bad("NO REST  "))
                        .append(' ')
                        .append(rest(each))
                        .append('\n');
            }
        }
        if (agreeing == results.size()) {
            Paragraph.write(
                    out,
                    "",
                    "Two solvers, one answer: every drill ends in the stable state of what is left, "
                            + Numbers.of(entries) + " entries compared.",
                    Paragraph.NARROW);
        } else if (agreeing + overflowed == results.size()) {
            out.append(
                            style.bad(
                                    "Overflowed: " + overflowed + " of " + results.size()
                                            + " drills end without entries of the stable state for want of room in a table, and differ in nothing else."))
                    .append('\n');
        } else {
            out.append(style.bad("Two solvers, two answers: " + agreeing + " of " + results.size()
                            + " drills end in the stable state of what is left."))
                    .append('\n');
        }
        notCompared.forEach((why, number) -> out.append("  not compared, ")
                .append(Numbers.of(number))
                .append(": ")
                .append(why)
                .append('\n'));
        results.stream()
                .filter(each -> each.end() instanceof EndCheck.Differs || each.end() instanceof EndCheck.Overflowed)
                .limit(NAMED)
                .forEach(each -> differences(each, out));
        return out.toString();
    }

    private static String rest(DrillResult result) {
        return result.drill().text() + ": "
                + switch (result.verdict().ending()) {
                    case Ending.Oscillating(var at, var prefixes, String text) ->
                        "never comes to rest, stopped at " + at + "; " + text + " (" + prefixes.size() + " prefixes)";
                    case Ending.CutShort(var at, String limit) -> "stopped at " + at + " by " + limit;
                    case Ending.Quiet(var at) -> "at rest at " + at;
                };
    }

    private static void differences(DrillResult result, StringBuilder out) {
        out.append("  after ").append(result.drill().text()).append(":\n");
        List<Change.TablesChanged> differences =
                switch (result.end()) {
                    case EndCheck.Differs(var found) -> found;
                    case EndCheck.Overflowed(var found) -> found;
                    case EndCheck.Agrees _, EndCheck.NotCompared _ -> List.of();
                };
        for (Change.TablesChanged each : differences.stream().limit(NAMED).toList()) {
            out.append("    ").append(each.device());
            each.put().stream().limit(1).forEach(entry -> out.append(" lacks ").append(entry));
            each.removed().stream().limit(1).forEach(entry -> out.append(" has ")
                    .append(entry));
            out.append(", ")
                    .append(Numbers.counted(each.put().size() + each.removed().size(), "difference"))
                    .append('\n');
        }
    }
}
