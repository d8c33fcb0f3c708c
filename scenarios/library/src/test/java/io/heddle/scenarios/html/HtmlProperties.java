package io.heddle.scenarios.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.topology.check.Finding;
import io.heddle.topology.check.Rule;
import io.heddle.topology.check.Severity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HtmlProperties {

    private static final ScenarioResult RACK = Samples.ofLibrary("dell-kubeflow-rack");

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "<script>alert(1)</script>",
                        "\"><img src=x onerror=alert(1)>",
                        "' onload='x",
                        "</style><script>",
                        "]]>",
                        "&amp;&lt;&#0;",
                        "<!--",
                        "\u0000\u001B[31m\uFFFE\uD800",
                        "\uD83D\uDE00 \u202E"),
                Arbitraries.strings().ofMaxLength(30));
    }

    @Property
    void textAndAttributesComeBackAsTheyWere(@ForAll("hostile") String text) {
        String shown = shown(text);
        Html html = new Html();
        html.open("body").element("p", text, "title", text).close("body");
        ReadPage page = ReadPage.of(html.toString());
        assertThat(page.all("*")).hasSize(2);
        assertThat(page.text().strip()).isEqualTo(shown.strip());
        // XML 1.0 section 3.3.3: a parser reads white space in an attribute as spaces.
        assertThat(page.all("p").getFirst().getAttribute("title")).isEqualTo(shown.replaceAll("[\n\t]", " "));
    }

    /** With what has no place in a page replaced. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean allowed = c == '\n' || c == '\t' || c >= ' ' && c < 0x7F || c > 0x9F && c < 0xD800 || c > 0xDFFF;
            shown.appendCodePoint(allowed && c != 0xFFFE && c != 0xFFFF ? c : 0xFFFD);
        });
        return shown.toString();
    }

    @Property(tries = 60)
    void noWordsOfAScenarioAddMarkup(@ForAll("hostile") String text) {
        ReadPage page = ReadPage.of(HtmlReport.render(saying(text)));
        ReadPage calm = ReadPage.of(HtmlReport.render(saying("calm")));
        assertThat(page.all("*")).hasSameSizeAs(calm.all("*"));
        assertThat(page.attributes()).isEqualTo(calm.attributes());
        assertThat(page.texts("h1")).containsExactly("x" + shown(text));
        assertThat(page.texts("td")).contains("found " + shown(text));
    }

    /** A result in which everything that is free text is {@code text}. */
    private static ScenarioResult saying(String text) {
        CaseResult rack = RACK.cases().getFirst();
        Judgement first = rack.judgements().getFirst();
        CaseResult said = new CaseResult(
                rack.given(),
                rack.fabric(),
                rack.solved(),
                List.of(new Finding(Rule.PORT_EXISTS, Severity.ERROR, List.of("x" + text), text, text)),
                rack.losses(),
                rack.capacity(),
                List.of(new Judgement(first.expectation(), "x" + text, false, "found " + text)));
        Scenario given = RACK.scenario();
        return new ScenarioResult(
                new Scenario("x" + text, "x" + text, "x" + text, "x" + text, given.cases()), List.of(said));
    }

    @Property(tries = 60)
    void noNameOfAFabricAddsMarkup(@ForAll("hostile") String text) {
        Fabric fabric = RACK.cases().getFirst().fabric();
        ReadPage page = ReadPage.of(TopologyReport.render(
                "x" + text, fabric, List.of(), RACK.cases().getFirst().losses()));
        assertThat(page.texts("h1")).containsExactly("x" + shown(text));
        assertThat(page.all("script")).isEmpty();
    }
}
