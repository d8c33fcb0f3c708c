package io.heddle.scenarios.text;

import io.heddle.scenarios.sweep.SweepRow;
import io.heddle.scenarios.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sweep as a table for a terminal, and as CSV. */
public final class SweepText {

    private SweepText() {}

    /** One line a point. */
    public static String of(List<SweepRow> rows, Style style) {
        if (rows.isEmpty()) {
            return "No point.\n";
        }
        List<String> heads = new ArrayList<>(paths(rows.getFirst()));
        Columns columns = Columns.of("l".repeat(heads.size()) + "rrrlrll");
        heads.addAll(List.of("switches", "nodes", "pods", "fullest table", "share", "outcome", "expected"));
        columns.head(heads.toArray(String[]::new));
        for (SweepRow each : rows) {
            List<String> cells = new ArrayList<>(values(each));
            cells.addAll(List.of(
                    Numbers.of(each.switches()),
                    Numbers.of(each.nodes()),
                    Numbers.of(each.pods()),
                    each.fullest().isEmpty() ? "-" : each.fullest(),
                    Numbers.percent(each.share()),
                    each.outcome(),
                    each.why().isEmpty() ? each.holding() + " of " + each.expectations() : each.why()));
            boolean bad = each.outcome().equals("overflows") || each.outcome().equals("refused");
            columns.row(bad ? Columns.Kind.BAD : Columns.Kind.PLAIN, cells.toArray(String[]::new));
        }
        StringBuilder out = new StringBuilder();
        columns.write(out, "", style);
        return out.toString();
    }

    /** RFC 4180, with a head line. */
    public static String csv(List<SweepRow> rows) {
        StringBuilder out = new StringBuilder();
        if (!rows.isEmpty()) {
            List<String> heads = new ArrayList<>(paths(rows.getFirst()));
            heads.addAll(List.of(
                    "switches", "nodes", "pods", "fullest", "share", "outcome", "holding", "expectations", "why"));
            line(heads, out);
        }
        for (SweepRow each : rows) {
            List<String> cells = new ArrayList<>(values(each));
            cells.addAll(List.of(
                    Long.toString(each.switches()),
                    Long.toString(each.nodes()),
                    Long.toString(each.pods()),
                    each.fullest(),
                    String.format(Locale.ROOT, "%.4f", each.share()),
                    each.outcome(),
                    Long.toString(each.holding()),
                    Long.toString(each.expectations()),
                    each.why()));
            line(cells, out);
        }
        return out.toString();
    }

    private static List<String> paths(SweepRow row) {
        return row.settings().stream()
                .map(each -> each.substring(0, each.indexOf('=')))
                .toList();
    }

    private static List<String> values(SweepRow row) {
        return row.settings().stream()
                .map(each -> each.substring(each.indexOf('=') + 1))
                .toList();
    }

    private static void line(List<String> cells, StringBuilder out) {
        out.append(String.join(",", cells.stream().map(SweepText::quoted).toList()))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
