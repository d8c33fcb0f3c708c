package io.heddle.scenarios.html;

import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.check.Finding;
import io.heddle.topology.check.Rule;
import io.heddle.topology.check.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be known about the structure, findings that say the same of several devices together. */
final class FindingSection {

    private static final int TOLD = 40;

    private record Kind(Rule rule, Severity severity, String found, String expected) {
        static Kind of(Finding finding) {
            return new Kind(finding.rule(), finding.severity(), finding.found(), finding.expected());
        }
    }

    private FindingSection() {}

    static void write(Html html, List<Finding> findings, Names names) {
        Map<Kind, List<String>> kinds = new LinkedHashMap<>();
        for (Finding each : findings) {
            // Told by the section on single losses.
            if (each.rule() != Rule.SINGLE_POINT_OF_FAILURE) {
                kinds.computeIfAbsent(Kind.of(each), _ -> new ArrayList<>()).addAll(each.subjects());
            }
        }
        html.open("section").element("h3", "What else to know about the structure");
        if (kinds.isEmpty()) {
            html.element("p", "Nothing was found.").close("section");
            return;
        }
        Grid grid = Grid.open(html, "findings", List.of("", "About", "Found", "Expected, and why"));
        kinds.entrySet().stream().limit(TOLD).forEach(each -> row(grid, each.getKey(), names.some(each.getValue())));
        grid.close();
        if (kinds.size() > TOLD) {
            html.element("p", "And " + Numbers.of(kinds.size() - TOLD) + " more.", "class", "note");
        }
        html.close("section");
    }

    private static void row(Grid grid, Kind kind, String subjects) {
        grid.row(kind.severity() == Severity.ERROR ? Mark.BAD : Mark.PLAIN);
        grid.badge(Mark.of(kind.severity()), word(kind.severity()));
        grid.openCell().element("div", subjects).element("code", kind.rule().toString());
        grid.closeCell().cell(kind.found());
        grid.openCell()
                .element("div", kind.expected())
                .element("div", kind.rule().why(), "class", "aside");
        grid.closeCell().endRow();
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Info";
        };
    }
}
