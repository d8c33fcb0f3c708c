package io.heddle.scenarios.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table with aligned columns. Colour is put on after the widths are known. Single-threaded. */
public final class Columns {

    private static final String GAP = "  ";

    /** What stands in a cell; {@code kind} chooses its colour. */
    private record Cell(String text, Kind kind) {}

    /** What a cell says about its row. */
    public enum Kind {
        PLAIN,
        HEAD,
        GOOD,
        DOUBTFUL,
        BAD
    }

    private final boolean[] right;
    private final List<Cell[]> rows = new ArrayList<>();

    private Columns(boolean[] right) {
        this.right = right;
    }

    /** One letter a column: {@code l} left, {@code r} right. */
    public static Columns of(String alignment) {
        boolean[] right = new boolean[alignment.length()];
        for (int i = 0; i < right.length; i++) {
            right[i] = alignment.charAt(i) == 'r';
        }
        return new Columns(right);
    }

    public Columns head(String... cells) {
        return row(Kind.HEAD, cells);
    }

    public Columns row(String... cells) {
        return row(Kind.PLAIN, cells);
    }

    /** A row of one kind. */
    public Columns row(Kind kind, String... cells) {
        if (cells.length > right.length) {
            throw new IllegalArgumentException(Arrays.toString(cells) + " in a table of " + right.length + " columns");
        }
        rows.add(Arrays.stream(cells).map(each -> new Cell(each, kind)).toArray(Cell[]::new));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Writes every row behind {@code indent}. */
    public void write(StringBuilder out, String indent, Style style) {
        int[] widths = new int[right.length];
        for (Cell[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].text.length());
            }
        }
        for (Cell[] row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.length; i++) {
                String space = " ".repeat(widths[i] - row[i].text.length());
                String text = coloured(row[i], style);
                boolean last = i == row.length - 1;
                line.append(right[i] ? space + text : last ? text : text + space);
                line.append(last ? "" : GAP);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String coloured(Cell cell, Style style) {
        return switch (cell.kind) {
            case PLAIN -> cell.text;
            case HEAD -> style.bold(cell.text);
            case GOOD -> style.good(cell.text);
            case DOUBTFUL -> style.doubtful(cell.text);
            case BAD -> style.bad(cell.text);
        };
    }
}
