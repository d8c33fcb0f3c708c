package io.heddle.scenarios.html;

import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The cases of a scenario, one a line. */
final class CaseOverview {

    private CaseOverview() {}

    static void write(Html html, List<CaseResult> cases) {
        boolean tables = cases.stream().anyMatch(each -> each.solved().isPresent());
        List<String> headings = new ArrayList<>(List.of("Case", "Switches#", "Nodes#"));
        if (tables) {
            headings.addAll(List.of("Pods#", "Fullest table", "In use", "Table"));
        }
        headings.add("Expected");
        html.open("section").element("h2", "The cases");
        Grid grid = Grid.open(html, "cases", headings);
        cases.forEach(each -> row(grid, CaseFacts.of(each), tables));
        grid.close();
        html.close("section");
    }

    private static void row(Grid grid, CaseFacts facts, boolean tables) {
        CaseResult result = facts.result();
        long holding = result.judgements().stream().filter(Judgement::holds).count();
        grid.row(result.holds() ? Mark.PLAIN : Mark.BAD);
        grid.openCell().element("strong", result.given().name());
        grid.closeCell();
        grid.cell(Numbers.of(result.fabric().switches().size()));
        grid.cell(Numbers.of(result.fabric().nodes().size()));
        if (tables) {
            grid.cell(Numbers.of(
                    result.solved().map(each -> each.plan().endpoints().size()).orElse(0L)));
            fullest(grid, facts);
        }
        grid.badge(
                Mark.of(result.holds()),
                Numbers.of(holding) + " of " + Numbers.of(result.judgements().size()));
        grid.endRow();
    }

    private static void fullest(Grid grid, CaseFacts facts) {
        if (facts.binding().isEmpty()) {
            grid.cell("none with a known limit").cell("").cell("");
            return;
        }
        Binding binding = facts.binding().get();
        grid.cell(ResourceWords.of(binding.audit().resource()) + " on " + facts.who(binding));
        grid.cell(UseWords.peak(binding.audit()));
        grid.badge(
                Mark.of(binding.audit().verdict()),
                UseWords.verdict(binding.audit().verdict()));
    }
}
