package io.heddle.test.bench.bgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as tables: every run as CSV, medians and spreads as Markdown. */
final class Report {

    private Report() {}

    static List<String> csv(List<Figures> figures) {
        List<String> lines = new ArrayList<>();
        lines.add("load,daemon,round,wall_s,cpu_s,peak_mb,updates,withdraw_s,single_p50_ms,single_p99_ms,failure");
        for (Figures each : figures) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%.4f,%.2f,%.1f,%d,%.4f,%.4f,%.4f,%s",
                    each.load(),
                    each.daemon(),
                    each.round(),
                    each.seconds(),
                    each.cpu(),
                    each.megabytes(),
                    each.updates(),
                    each.withdrawn(),
                    each.median(),
                    each.p99(),
                    each.failure().replace(',', ';')));
        }
        return lines;
    }

    static List<String> markdown(List<Figures> figures) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| load | daemon | runs | wall s | CPU s | peak MB | UPDATEs out | withdraw s | one route p50 ms | p99 ms |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        Map<String, List<Figures>> rows =
                figures.stream().collect(Collectors.groupingBy(Report::row, LinkedHashMap::new, Collectors.toList()));
        rows.forEach((row, runs) -> {
            String failure = runs.stream()
                    .map(Figures::failure)
                    .filter(why -> !why.isEmpty())
                    .distinct()
                    .collect(Collectors.joining("; "));
            lines.add("| " + row + " | " + runs.size() + " | " + String.join(" | ", cells(runs)) + " |"
                    + (failure.isEmpty() ? "" : " " + failure));
        });
        return lines;
    }

    private static String row(Figures figures) {
        // Only what starts cold has a second name for when it is warm.
        boolean warms = figures.daemon().startsWith("heddle");
        return figures.load() + " | " + figures.daemon() + (warms ? " " + figures.round() : "");
    }

    private static List<String> cells(List<Figures> runs) {
        return List.of(
                "**" + Spread.of(runs, Figures::seconds).text(3) + "**",
                Spread.of(runs, Figures::cpu).text(2),
                Spread.of(runs, Figures::megabytes).text(0),
                Spread.of(runs, Figures::updates).text(0),
                Spread.of(runs, Figures::withdrawn).text(3),
                Spread.of(runs, Figures::median).text(3),
                Spread.of(runs, Figures::p99).text(2));
    }
}
