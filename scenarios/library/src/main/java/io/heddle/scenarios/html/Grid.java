package io.heddle.scenarios.html;

import java.util.List;

/** A table of figures. Columns whose heading ends with {@code #} are numbers: set right, digits below digits. Single-threaded. */
final class Grid {

    private final Html html;
    private final boolean[] numeric;
    private int column;

    private Grid(Html html, boolean[] numeric) {
        this.html = html;
        this.numeric = numeric;
    }

    static Grid open(Html html, String style, List<String> headings) {
        // A wide table scrolls in its own frame; the page does not.
        html.open("div", "class", "frame")
                .open("table", "class", style)
                .open("thead")
                .open("tr");
        boolean[] numeric = new boolean[headings.size()];
        for (int i = 0; i < numeric.length; i++) {
            String heading = headings.get(i);
            numeric[i] = heading.endsWith("#");
            html.element(
                    "th",
                    numeric[i] ? heading.substring(0, heading.length() - 1) : heading,
                    "scope",
                    "col",
                    "class",
                    numeric[i] ? "number" : "word");
        }
        html.close("tr").close("thead").open("tbody");
        return new Grid(html, numeric);
    }

    Grid row(Mark mark) {
        html.open("tr", "class", mark.style());
        column = 0;
        return this;
    }

    Grid cell(String text) {
        openCell().text(text);
        return closeCell();
    }

    Grid badge(Mark mark, String word) {
        mark.badge(openCell(), word);
        return closeCell();
    }

    /** For content that is more than text; ends with {@link #closeCell}. */
    Html openCell() {
        return html.open("td", "class", numeric[column++] ? "number" : "word");
    }

    Grid closeCell() {
        html.close("td");
        return this;
    }

    Grid endRow() {
        if (column != numeric.length) {
            throw new IllegalStateException(column + " cells in a table of " + numeric.length + " columns");
        }
        html.close("tr");
        return this;
    }

    void close() {
        html.close("tbody").close("table").close("div");
    }
}
