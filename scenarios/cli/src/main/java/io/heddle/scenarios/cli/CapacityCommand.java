package io.heddle.scenarios.cli;

import io.heddle.scenarios.json.ResultJson;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.scenario.CapacityQuestion;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.Growth;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.text.CapacityReport;
import io.heddle.topology.yaml.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/** {@code heddle capacity}: how far a fabric grows until the first table overflows, and what is next. */
final class CapacityCommand implements Command {

    private static final String USAGE =
            "heddle capacity NAME|FILE [--grows racks|nodes-per-rack|pods-per-node|vnis] [--from N] [--to N] [--case NAME]"
                    + " [--set path=value]... [--json]";

    private static final long NANOS_A_MILLI = 1_000_000;

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("grows", "what grows"))
            .addOption(Arguments.valued("from", "a number"))
            .addOption(Arguments.valued("to", "a number"))
            .addOption(Arguments.flag("json"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        long start = System.nanoTime();
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        Scenario scenario = ScenarioSource.find(given.words(1).getFirst(), given.settings());
        ScenarioCase chosen = CaseRun.choose(scenario, given.value("case"));
        if (chosen.design().isEmpty()) {
            throw new InputException(chosen.name() + " has no design, so no switch holds a table that could overflow");
        }
        ScenarioCase asked = chosen.withOnly(Failures.NONE, Optional.of(question(given, chosen.capacity())));
        Scenario one =
                new Scenario(scenario.name(), scenario.title(), scenario.why(), scenario.source(), List.of(asked));
        ScenarioResult result = SimulateCommand.run(one, Optional.empty(), terminal);
        terminal.out()
                .print(
                        given.has("json")
                                ? ResultJson.of(result, (System.nanoTime() - start) / NANOS_A_MILLI)
                                : CapacityReport.of(result.cases().getFirst(), terminal.style()));
        return HOLDS;
    }

    /** The scenario's own question with what the command line says otherwise. */
    private static CapacityQuestion question(Arguments given, Optional<CapacityQuestion> own) throws InputException {
        Growth grows = grows(given).orElse(own.map(CapacityQuestion::grows).orElse(Growth.RACKS));
        Optional<CapacityQuestion> same = own.filter(each -> each.grows() == grows);
        int from =
                given.number("from", 1).orElse(same.map(CapacityQuestion::from).orElse(1));
        int to = given.number("to", from)
                .orElse(Math.max(from, same.map(CapacityQuestion::to).orElse(usual(grows))));
        return new CapacityQuestion(grows, from, to);
    }

    private static Optional<Growth> grows(Arguments given) throws InputException {
        Optional<String> word = given.value("grows");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = Stream.of(Growth.values()).map(Growth::toString).toList();
        int at = words.indexOf(word.get());
        if (at < 0) {
            throw new InputException("--grows is '" + word.get() + "'; expected one of " + String.join(", ", words)
                    + Nearest.to(word.get(), words)
                            .map(near -> " (did you mean " + near + "?)")
                            .orElse(""));
        }
        return Optional.of(Arrays.asList(Growth.values()).get(at));
    }

    /** Where to stop looking unless told: as far as a build stays within seconds. */
    private static int usual(Growth grows) {
        return switch (grows) {
            case RACKS -> 1_000;
            case NODES_PER_RACK -> 100;
            case PODS_PER_NODE -> 1_000;
            case VNIS -> 4_000;
        };
    }
}
