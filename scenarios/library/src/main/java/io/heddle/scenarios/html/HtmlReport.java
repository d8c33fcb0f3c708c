package io.heddle.scenarios.html;

import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.scenario.Scenario;

/** A scenario's result as a page. */
public final class HtmlReport {

    private HtmlReport() {}

    /** One self-contained page; to be stored as UTF-8. The same result gives the same text. */
    public static String render(ScenarioResult result) {
        Scenario scenario = result.scenario();
        Html html = Page.begin(scenario.title());
        html.open("header").element("p", scenario.name(), "class", "eyebrow");
        html.element("h1", scenario.title());
        html.element(
                "p",
                Summary.headline(result.judgements()),
                "class",
                "verdict " + (result.judgements().isEmpty() ? Mark.PLAIN : Mark.of(result.holds())).style());
        if (result.cases().size() == 1) {
            html.element("p", Summary.binding(CaseFacts.of(result.cases().getFirst())), "class", "lead");
        }
        html.element("p", scenario.why(), "class", "why");
        if (!scenario.source().isEmpty()) {
            html.element("p", "Source: " + scenario.source(), "class", "note");
        }
        html.close("header");
        if (result.cases().size() > 1) {
            CaseOverview.write(html, result.cases());
        }
        for (CaseResult each : result.cases()) {
            inFull(html, each, result.cases().size() > 1);
        }
        return Page.end(html);
    }

    private static void inFull(Html html, CaseResult result, boolean oneOfSeveral) {
        CaseFacts facts = CaseFacts.of(result);
        html.open("article");
        if (oneOfSeveral) {
            html.element("h2", "Case " + result.given().name());
            html.element("p", Summary.binding(facts), "class", "lead");
            if (!result.given().why().isEmpty()) {
                html.element("p", result.given().why(), "class", "why");
            }
        }
        if (!result.given().changes().isEmpty()) {
            html.element("p", "Sets " + String.join(", ", result.given().changes()) + ".", "class", "note");
        }
        Tiles.write(html, facts);
        FabricSection.write(html, result);
        TableSection.write(html, facts);
        result.capacity().ifPresent(each -> CapacitySection.write(html, each));
        ResilienceSection.write(html, result.losses());
        ExpectationSection.write(html, result.judgements());
        FindingSection.write(html, result.findings(), facts.names());
        result.solved().ifPresent(each -> NoteSection.write(html, each));
        html.close("article");
    }
}
