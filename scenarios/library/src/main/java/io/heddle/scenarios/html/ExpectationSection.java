package io.heddle.scenarios.html;

import io.heddle.scenarios.result.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was expected and what was found, failures first. */
final class ExpectationSection {

    private ExpectationSection() {}

    static void write(Html html, List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        List<Judgement> sorted = new ArrayList<>(judgements);
        sorted.sort(Comparator.comparing(Judgement::holds));
        html.open("section").element("h3", "What was expected");
        Grid grid = Grid.open(html, "expectations", List.of("Expectation", "Found", "Holds"));
        for (Judgement each : sorted) {
            grid.row(each.holds() ? Mark.PLAIN : Mark.BAD);
            grid.cell(each.text());
            grid.cell(each.found());
            grid.badge(Mark.of(each.holds()), each.holds() ? "Holds" : "Does not hold");
            grid.endRow();
        }
        grid.close();
        html.close("section");
    }
}
