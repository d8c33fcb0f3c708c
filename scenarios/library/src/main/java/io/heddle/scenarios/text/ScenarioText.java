package io.heddle.scenarios.text;

import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.topology.check.Finding;
import io.heddle.topology.check.Rule;
import io.heddle.topology.check.Severity;
import java.util.List;

/** A result as text. */
public final class ScenarioText {

    private final Style style;
    private final StringBuilder out = new StringBuilder();

    private ScenarioText(Style style) {
        this.style = style;
    }

    /** A scenario of one case in full; of one with several, every case in short and what was expected of it. */
    public static String of(ScenarioResult result, Style style) {
        ScenarioText text = new ScenarioText(style);
        text.heading(result);
        if (result.cases().size() == 1) {
            text.inFull(result.cases().getFirst());
        } else {
            text.cases(result);
        }
        return text.out.toString();
    }

    private void heading(ScenarioResult result) {
        Scenario scenario = result.scenario();
        out.append(style.bold(scenario.name()))
                .append(": ")
                .append(scenario.title())
                .append("\n\n");
        out.append(Heading.verdict(result.judgements(), style));
        if (result.cases().size() == 1 && result.cases().getFirst().solved().isPresent()) {
            out.append("  ").append(Heading.tables(result.cases().getFirst(), style));
        }
        out.append("\n");
        Paragraph.write(out, "      ", scenario.why());
        out.append('\n');
    }

    private void inFull(CaseResult result) {
        AnswersText.write(result, out);
        expectations(result);
        TablesText.write(result, out, style);
        findings(result);
        notes(result);
        if (!result.given().changes().isEmpty()) {
            out.append('\n').append(style.bold("This case")).append('\n');
            changes(result);
        }
    }

    private void changes(CaseResult result) {
        if (!result.given().changes().isEmpty()) {
            Paragraph.write(out, "  sets ", String.join(", ", result.given().changes()));
        }
    }

    private void cases(ScenarioResult result) {
        CaseTable.write(result, out, style);
        for (CaseResult each : result.cases()) {
            out.append('\n').append(style.bold(each.given().name())).append('\n');
            if (!each.given().why().isEmpty()) {
                Paragraph.write(out, "  ", each.given().why());
            }
            judgements(each.judgements());
            changes(each);
        }
        out.append("\nOne case in full: heddle simulate ")
                .append(result.scenario().name())
                .append(" --case ")
                .append(result.cases().getFirst().given().name())
                .append('\n');
    }

    private void expectations(CaseResult result) {
        if (!result.judgements().isEmpty()) {
            out.append('\n').append(style.bold("Expectations")).append('\n');
            judgements(result.judgements());
        }
    }

    private void judgements(List<Judgement> judgements) {
        for (Judgement each : judgements) {
            Paragraph.write(
                    out,
                    each.holds() ? "  ok  " : "  NO  ",
                    each.text() + (each.holds() ? "" : "  -- found: " + each.found()));
        }
    }

    private void findings(CaseResult result) {
        // Resilience has its own paragraph above.
        List<Finding> told = result.findings().stream()
                .filter(each -> each.rule() != Rule.SINGLE_POINT_OF_FAILURE)
                .toList();
        if (!told.isEmpty()) {
            out.append('\n').append(style.bold("Findings")).append('\n');
            told.forEach(each -> Paragraph.write(out, mark(each.severity()), FindingText.of(each)));
        }
    }

    private static String mark(Severity severity) {
        return switch (severity) {
            case ERROR -> "  error    ";
            case WARNING -> "  warning  ";
            case INFO -> "  info     ";
        };
    }

    private void notes(CaseResult result) {
        result.solved().ifPresent(solved -> {
            if (!solved.plan().notes().isEmpty()) {
                out.append('\n').append(style.bold("Not in the plan")).append('\n');
                solved.plan().notes().forEach(each -> Paragraph.write(out, "  ", each));
            }
            if (!solved.state().oscillating().isEmpty()) {
                out.append('\n')
                        .append(style.bad("BGP finds no stable state for "))
                        .append(solved.state().oscillating())
                        .append('\n');
            }
        });
    }
}
