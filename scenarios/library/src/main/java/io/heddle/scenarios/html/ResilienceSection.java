package io.heddle.scenarios.html;

import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.loss.LossReport;
import io.heddle.topology.loss.LossText;
import io.heddle.topology.loss.Reading;
import io.heddle.topology.loss.Verdict;
import java.util.List;

/** Which single losses hurt whom. */
final class ResilienceSection {

    /** Kinds of offenders told of each kind of part. */
    private static final int TOLD = 6;

    private ResilienceSection() {}

    static void write(Html html, LossReport report) {
        List<Verdict> verdicts =
                report.verdicts().stream().filter(each -> each.examined() > 0).toList();
        if (verdicts.isEmpty()) {
            return;
        }
        html.open("section").element("h3", "What a single loss does");
        html.element(
                "p",
                "Every part was taken away by itself, and who could then no longer reach whom was counted.",
                "class",
                "note");
        Grid grid = Grid.open(html, "losses", List.of("Loss of one of", "Traffic", "Management"));
        for (Reading each : Reading.values()) {
            List<Verdict> here = verdicts.stream()
                    .filter(verdict -> verdict.reading() == each)
                    .toList();
            if (!here.isEmpty()) {
                grid.row(Mark.PLAIN);
                grid.cell(Numbers.of(here.getFirst().examined()) + " "
                        + LossWords.kind(each, here.getFirst().examined()));
                verdict(grid, here, false);
                verdict(grid, here, true);
                grid.endRow();
            }
        }
        grid.close();
        offences(html, verdicts);
        html.close("section");
    }

    private static void verdict(Grid grid, List<Verdict> verdicts, boolean outOfBand) {
        verdicts.stream()
                .filter(each -> each.outOfBand() == outOfBand)
                .findFirst()
                .ifPresentOrElse(
                        each -> grid.badge(
                                each.resilient() ? Mark.GOOD : Mark.DOUBTFUL,
                                each.resilient()
                                        ? "Survives any"
                                        : Numbers.of(each.offenders().size()) + " cut somebody off"),
                        () -> grid.cell("no such network"));
    }

    private static void offences(Html html, List<Verdict> verdicts) {
        // A switch port that fails costs what its cable costs; once is enough.
        List<Verdict> failing = verdicts.stream()
                .filter(each -> !each.resilient() && each.reading() != Reading.SWITCH_PORT)
                .toList();
        if (failing.isEmpty()) {
            return;
        }
        html.open("ul");
        for (Verdict verdict : failing) {
            List<LossText.Offence> all = LossText.offences(verdict);
            for (LossText.Offence each : all.stream().limit(TOLD).toList()) {
                html.open("li").element("strong", each.who()).text(": " + each.consequence());
                html.text(verdict.outOfBand() ? " (management)" : "").close("li");
            }
            if (all.size() > TOLD) {
                html.element(
                        "li", Numbers.of(all.size() - TOLD) + " more kinds of " + LossWords.kind(verdict.reading()));
            }
        }
        html.close("ul");
    }
}
