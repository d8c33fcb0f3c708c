package io.heddle.scenarios.html;

import io.heddle.scenarios.sweep.PointVerdict;
import io.heddle.scenarios.sweep.SweepRow;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A sweep as a page: for each setting, how full the fullest table is at each of its values, and every point in a table. */
public final class SweepReport {

    private static final double LEFT = 54;
    private static final double RIGHT = 620;
    private static final double TOP = 16;
    private static final double BOTTOM = 200;
    private static final double HIGHEST = 1.5;

    private SweepReport() {}

    /** One self-contained page; to be stored as UTF-8. */
    public static String render(String title, List<SweepRow> rows) {
        Html html = Page.begin("Sweep: " + title);
        long fit = rows.stream().filter(each -> !each.verdict().isBad()).count();
        html.open("header").element("p", "sweep", "class", "eyebrow").element("h1", title);
        html.element(
                "p",
                Numbers.of(fit) + " of " + Numbers.counted(rows.size(), "point")
                        + " can be built and overflow no table.",
                "class",
                "verdict " + Mark.of(fit == rows.size()).style());
        html.element(
                "p",
                "A dot is a run: how full the fullest table of any switch is, at rest or in a failure that was"
                        + " computed. Hollow ones overflow, or cannot be built; those stand at the upper edge, with what"
                        + " is above 150 %.",
                "class",
                "note");
        html.close("header").open("article");
        int axes = rows.getFirst().settings().size();
        for (int axis = 0; axis < axes; axis++) {
            chart(html, rows, axis);
        }
        table(html, rows, axes);
        return Page.end(html.close("article"));
    }

    private static void chart(Html html, List<SweepRow> rows, int axis) {
        Map<String, List<SweepRow>> byValue = new LinkedHashMap<>();
        rows.forEach(each -> byValue.computeIfAbsent(each.value(axis), _ -> new ArrayList<>())
                .add(each));
        html.open("section")
                .element("h3", "The fullest table over " + rows.getFirst().path(axis));
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "viewBox",
                "0 0 640 240",
                "role",
                "img");
        html.element("title", "How full the fullest table is at each value; a point for every run");
        for (double share : new double[] {0, 0.5, 1}) {
            String y = number(y(share));
            html.empty(
                    "line",
                    "class",
                    share == 1 ? "limit" : "grid",
                    "x1",
                    number(LEFT),
                    "y1",
                    y,
                    "x2",
                    number(RIGHT),
                    "y2",
                    y);
            html.element("text", Math.round(share * 100) + " %", "x", number(LEFT - 8), "y", y, "text-anchor", "end");
        }
        int i = 0;
        int every = Math.max(1, byValue.size() / 12);
        for (Map.Entry<String, List<SweepRow>> each : byValue.entrySet()) {
            String x = number(LEFT + (RIGHT - LEFT) * (i + 0.5) / byValue.size());
            for (SweepRow row : each.getValue()) {
                boolean refused = row.verdict() == PointVerdict.REFUSED;
                html.open("g", "class", Mark.of(!row.verdict().isBad()).style());
                html.element(
                        "title",
                        String.join(", ", row.settings()) + ": " + Words.of(row.verdict()) + " " + row.fullest());
                html.empty("circle", "cx", x, "cy", number(y(refused ? HIGHEST : row.share())), "r", "3.5");
                html.close("g");
            }
            if (i % every == 0) {
                html.element("text", each.getKey(), "x", x, "y", number(BOTTOM + 18), "text-anchor", "middle");
            }
            i++;
        }
        html.close("svg").close("section");
    }

    private static void table(Html html, List<SweepRow> rows, int axes) {
        html.open("section")
                .element("h3", "Every point")
                .open("div", "class", "frame")
                .open("table");
        html.open("thead").open("tr");
        for (int axis = 0; axis < axes; axis++) {
            html.element("th", rows.getFirst().path(axis));
        }
        for (String each :
                List.of("switches", "nodes", "pods", "fullest table", "full", "verdict", "expectations that hold")) {
            html.element("th", each);
        }
        html.close("tr").close("thead").open("tbody");
        for (SweepRow each : rows) {
            html.open("tr");
            for (int axis = 0; axis < axes; axis++) {
                html.element("td", each.value(axis));
            }
            for (long figure : new long[] {each.switches(), each.nodes(), each.pods()}) {
                html.element("td", each.why().isEmpty() ? Numbers.of(figure) : "", "class", "number");
            }
            html.element("td", each.fullest());
            html.element("td", each.fullest().isEmpty() ? "" : Numbers.percent(each.share()), "class", "number")
                    .element(
                            "td",
                            each.why().isEmpty()
                                    ? Words.of(each.verdict())
                                    : Words.of(each.verdict()) + ": " + each.why())
                    .element("td", each.why().isEmpty() ? each.holding() + " of " + each.expectations() : "");
            html.close("tr");
        }
        html.close("tbody").close("table").close("div").close("section");
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(share, 0, HIGHEST) / HIGHEST;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
