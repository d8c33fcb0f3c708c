package io.heddle.scenarios.text;

import io.heddle.scenarios.sweep.SweepRow;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A sweep as a table for a terminal, and as CSV. */
public final class SweepText {

    private static final List<String> FIGURES = List.of("switches", "nodes", "pods");

    private SweepText() {}

    /** One line a point. */
    public static String of(List<SweepRow> rows, Style style) {
        int axes = rows.getFirst().settings().size();
        Columns columns = Columns.of("l".repeat(axes) + "rrrlrll");
        List<String> heads = new ArrayList<>(paths(rows.getFirst()));
        heads.addAll(FIGURES);
        heads.addAll(List.of("fullest table", "full", "verdict", "expectations that hold"));
        columns.head(heads.toArray(String[]::new));
        for (SweepRow each : rows) {
            List<String> cells = new ArrayList<>(values(each));
            boolean built = each.why().isEmpty();
            cells.add(built ? Numbers.of(each.switches()) : "-");
            cells.add(built ? Numbers.of(each.nodes()) : "-");
            cells.add(built ? Numbers.of(each.pods()) : "-");
            cells.add(each.fullest().isEmpty() ? "-" : each.fullest());
            cells.add(each.fullest().isEmpty() ? "-" : Numbers.percent(each.share()));
            cells.add(Words.of(each.verdict()));
            cells.add(built ? each.holding() + " of " + each.expectations() : each.why());
            columns.row(each.verdict().isBad() ? Columns.Kind.BAD : Columns.Kind.PLAIN, cells.toArray(String[]::new));
        }
        StringBuilder out = new StringBuilder();
        columns.write(out, "", style);
        return out.toString();
    }

    /** RFC 4180, with a head line. */
    public static String csv(List<SweepRow> rows) {
        StringBuilder out = new StringBuilder();
        List<String> heads = new ArrayList<>(paths(rows.getFirst()));
        heads.addAll(FIGURES);
        heads.addAll(List.of("fullest", "share", "verdict", "holding", "expectations", "why"));
        line(heads, out);
        for (SweepRow each : rows) {
            List<String> cells = new ArrayList<>(values(each));
            cells.addAll(List.of(
                    Long.toString(each.switches()),
                    Long.toString(each.nodes()),
                    Long.toString(each.pods()),
                    each.fullest(),
                    String.format(Locale.ROOT, "%.4f", each.share()),
                    Words.of(each.verdict()),
                    Long.toString(each.holding()),
                    Long.toString(each.expectations()),
                    each.why()));
            line(cells, out);
        }
        return out.toString();
    }

    private static List<String> paths(SweepRow row) {
        return IntStream.range(0, row.settings().size()).mapToObj(row::path).toList();
    }

    private static List<String> values(SweepRow row) {
        return IntStream.range(0, row.settings().size()).mapToObj(row::value).toList();
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
