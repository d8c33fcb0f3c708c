package io.heddle.scenarios.html;

import io.heddle.scenarios.sweep.SweepRow;
import io.heddle.scenarios.wording.Numbers;
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
        long fit = rows.stream()
                .filter(each ->
                        !each.outcome().equals("overflows") && !each.outcome().equals("refused"))
                .count();
        html.open("header").element("p", "sweep", "class", "eyebrow").element("h1", title);
        html.element(
                "p",
                Numbers.of(fit) + " of " + Numbers.counted(rows.size(), "point")
                        + " can be built and overflow no table.",
                "class",
                "verdict " + Mark.of(fit == rows.size()).style());
        html.close("header").open("article");
        int axes = rows.isEmpty() ? 0 : rows.getFirst().settings().size();
        for (int axis = 0; axis < axes; axis++) {
            chart(html, rows, axis);
        }
        table(html, rows, axes);
        return Page.end(html.close("article"));
    }

    private static String part(SweepRow row, int axis, boolean value) {
        String setting = row.settings().get(axis);
        int equals = setting.indexOf('=');
        return value ? setting.substring(equals + 1) : setting.substring(0, equals);
    }

    private static void chart(Html html, List<SweepRow> rows, int axis) {
        Map<String, List<SweepRow>> byValue = new LinkedHashMap<>();
        rows.forEach(each -> byValue.computeIfAbsent(part(each, axis, true), _ -> new ArrayList<>())
                .add(each));
        html.open("section").element("h3", "The fullest table over " + part(rows.getFirst(), axis, false));
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
                boolean refused = row.outcome().equals("refused");
                html.open("g", "class", Mark.of(!refused && row.share() <= 1).style());
                html.element("title", String.join(", ", row.settings()) + ": " + row.outcome() + " " + row.fullest());
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
            html.element("th", part(rows.getFirst(), axis, false));
        }
        for (String each : List.of("switches", "nodes", "pods", "fullest table", "share", "outcome")) {
            html.element("th", each);
        }
        html.close("tr").close("thead").open("tbody");
        for (SweepRow each : rows) {
            html.open("tr");
            for (int axis = 0; axis < axes; axis++) {
                html.element("td", part(each, axis, true));
            }
            html.element("td", Numbers.of(each.switches())).element("td", Numbers.of(each.nodes()));
            html.element("td", Numbers.of(each.pods())).element("td", each.fullest());
            html.element("td", Numbers.percent(each.share()))
                    .element("td", each.why().isEmpty() ? each.outcome() : each.outcome() + ": " + each.why());
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
