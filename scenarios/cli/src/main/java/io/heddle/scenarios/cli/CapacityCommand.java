package io.heddle.scenarios.cli;

import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.CapacityQuestion;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.Growth;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.text.CapacityTable;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.yaml.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.Options;

/** {@code heddle capacity}: how far a fabric grows until the first table overflows; every size that was built is listed. */
final class CapacityCommand implements Command {

    private static final int FURTHEST = 4096;

    private static final String USAGE =
            "heddle capacity NAME|FILE [--grows racks|nodes-per-rack|pods-per-node|vnis] [--to N] [--case NAME] [--set path=value]...";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("grows", "what grows"))
            .addOption(Arguments.valued("to", "a number"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        ScenarioCase each =
                CaseRun.choose(ScenarioSource.find(given.words(1).getFirst(), given.settings()), given.value("case"));
        if (each.design().isEmpty()) {
            throw new InputException(each.name() + " has no design, so nothing is routed and nothing can overflow");
        }
        CapacityCurve curve = study(asking(each, question(each, given)), terminal);
        terminal.out().print(CapacityTable.of(each.name(), curve, terminal.style()));
        return HOLDS;
    }

    /** The scenario's own question, as far as the command line does not say otherwise. */
    private static CapacityQuestion question(ScenarioCase each, Arguments given) throws InputException {
        Optional<CapacityQuestion> asked = each.capacity();
        Growth growth = given.value("grows").isPresent()
                ? growth(given.value("grows").get())
                : asked.map(CapacityQuestion::grows).orElse(Growth.RACKS);
        boolean same = asked.filter(question -> question.grows() == growth).isPresent();
        int from = same ? asked.get().from() : 1;
        int to = given.number("to", from).orElse(same ? asked.get().to() : FURTHEST);
        return new CapacityQuestion(growth, from, to);
    }

    private static Growth growth(String text) throws InputException {
        List<String> known =
                Arrays.stream(Growth.values()).map(Growth::toString).toList();
        for (Growth each : Growth.values()) {
            if (each.toString().equals(text)) {
                return each;
            }
        }
        throw new InputException("--grows is '" + text + "'; expected one of " + String.join(", ", known)
                + Nearest.to(text, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
    }

    private static ScenarioCase asking(ScenarioCase each, CapacityQuestion question) {
        return new ScenarioCase(
                each.name(),
                each.why(),
                each.changes(),
                each.fabric(),
                each.design(),
                each.ipam(),
                each.pods(),
                each.options(),
                each.devices(),
                Failures.NONE,
                Optional.of(question),
                List.of());
    }

    private static CapacityCurve study(ScenarioCase each, Terminal terminal) throws InputException {
        ProgressLine progress = ProgressLine.of(terminal, each.name());
        Outcome<CaseResult> outcome = Runner.run(each, progress);
        progress.clear();
        return switch (outcome) {
            case Outcome.Made<CaseResult>(CaseResult result) ->
                result.capacity().orElseThrow(() -> new IllegalStateException("no answer to " + each.capacity()));
            case Outcome.Refused<CaseResult>(List<Fault> faults) ->
                throw new InputException(each.name() + " cannot be built as described:\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }
}
