package io.heddle.scenarios.html;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.scenarios.result.FailureCoverage;
import io.heddle.scenarios.result.SwitchGroup;
import io.heddle.scenarios.wording.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gauges of every table in use, switches of equal numbers together, fullest first. */
final class TableSection {

    private static final Comparator<SwitchGroup> FULLEST_FIRST = Comparator.<SwitchGroup, Integer>comparing(
                    each -> each.first().role() == SwitchRole.OUT_OF_BAND ? 1 : 0)
            .thenComparing(Comparator.<SwitchGroup>comparingDouble(each ->
                            each.first().binding().map(ResourceAudit::peakShare).orElse(0.0))
                    .reversed());

    /** A fabric without symmetry has as many groups as switches; the emptiest are then counted only. */
    private static final int MOST_GROUPS = 24;

    private final Html html;
    private final CaseFacts facts;
    private final FailureCoverage failures;

    private TableSection(Html html, CaseFacts facts, FailureCoverage failures) {
        this.html = html;
        this.facts = facts;
        this.failures = failures;
    }

    static void write(Html html, CaseFacts facts) {
        facts.result().solved().ifPresent(solved -> new TableSection(html, facts, solved.failures()).write());
    }

    private void write() {
        html.open("section").element("h3", "What every switch holds, and what it can hold");
        html.element("p", legend(), "class", "note");
        List<SwitchGroup> groups = facts.groups().stream().sorted(FULLEST_FIRST).toList();
        groups.stream().limit(MOST_GROUPS).forEach(this::group);
        if (groups.size() > MOST_GROUPS) {
            int switches = groups.stream()
                    .skip(MOST_GROUPS)
                    .mapToInt(SwitchGroup::size)
                    .sum();
            html.element(
                    "p",
                    "Not shown: " + Numbers.of(switches) + " switches that are emptier than these, in "
                            + Numbers.of(groups.size() - MOST_GROUPS) + " more groups.",
                    "class",
                    "note");
        }
        html.close("section");
    }

    private String legend() {
        return "Solid: in use at rest. " + failing()
                + "Upright line: the limit. Switches that hold equal numbers are shown" + " once.";
    }

    private String failing() {
        if (failures.computed() == 0) {
            return "No failure was computed. ";
        }
        String computed = Numbers.of(failures.computed()) + " single failures";
        return "Pale: added by the worst of "
                + (failures.computed() < failures.possible()
                        ? computed + " that were computed and stand for all " + Numbers.of(failures.possible()) + ". "
                        : "all " + computed + ". ");
    }

    private void group(SwitchGroup group) {
        AuditReport report = group.first();
        html.open("div", "class", "group").open("h4").text(CaseFacts.who(group));
        if (group.size() > 1) {
            html.text(" ").element("span", facts.named(group), "class", "aside");
        }
        html.close("h4");
        html.element("p", report.role() + ", " + Devices.text(report.profile()), "class", "aside");
        List<ResourceAudit> used =
                report.resources().stream().filter(TableSection::inUse).toList();
        gauges(used);
        TableRemarks.write(html, report, used);
        html.close("div");
    }

    static boolean inUse(ResourceAudit audit) {
        return audit.used() > 0
                || audit.peakShare() > 0
                || audit.reading()
                        .worstFailure()
                        .filter(each -> each.use().used() > 0)
                        .isPresent();
    }

    private void gauges(List<ResourceAudit> used) {
        boolean failing = failures.computed() > 0;
        List<String> headings = new ArrayList<>(List.of("Table", "At rest#"));
        if (failing) {
            headings.add("Worst failure#");
        }
        headings.addAll(List.of("Limit#", "Full#", "", "Verdict"));
        Grid grid = Grid.open(html, "gauges", headings);
        for (ResourceAudit each : used) {
            grid.row(Mark.of(each.verdict()));
            grid.openCell()
                    .text(ResourceWords.of(each.resource()) + " ")
                    .element("code", each.resource().toString());
            grid.closeCell().cell(Numbers.of(each.used()));
            if (failing) {
                grid.cell(each.reading()
                        .worstFailure()
                        .map(failure -> Numbers.of(failure.use().used()))
                        .orElse(""));
            }
            grid.cell(UseWords.limit(each.limit()));
            grid.cell(each.share().isPresent() ? UseWords.percent(each.reading().peakShare()) : "");
            GaugeBar.draw(grid.openCell(), each);
            grid.closeCell();
            grid.badge(Mark.of(each.verdict()), UseWords.verdict(each.verdict()));
            grid.endRow();
        }
        grid.close();
    }
}
