package io.heddle.scenarios.cli;

import io.heddle.scenarios.drill.DrillRunner;
import io.heddle.scenarios.html.HtmlReport;
import io.heddle.scenarios.json.ResultJson;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.text.ScenarioText;
import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.Options;

/** {@code heddle simulate}: runs a scenario and says what came out. */
final class SimulateCommand implements Command {

    private static final String USAGE =
            "heddle simulate NAME|FILE [--case NAME] [--set path=value]... [--json] [--html FILE] [--trace FILE]";

    private static final long NANOS_A_MILLI = 1_000_000;

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.flag("json"))
            .addOption(Arguments.valued("html", "the name of a file"))
            .addOption(Arguments.valued("trace", "the name of a file"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        long start = System.nanoTime();
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        Scenario scenario = ScenarioSource.find(given.words(1).getFirst(), given.settings());
        Optional<TraceFile> trace = TraceFile.of(given);
        ScenarioResult result = run(scenario, given.value("case"), terminal);
        if (given.has("json")) {
            terminal.out().print(ResultJson.of(result, (System.nanoTime() - start) / NANOS_A_MILLI));
        } else {
            terminal.out().print(ScenarioText.of(result, terminal.style()));
        }
        if (given.value("html").isPresent()) {
            OutputFile.write(OutputFile.named(given.value("html").get()), HtmlReport.render(result));
        }
        if (trace.isPresent()) {
            start(trace.get(), result);
        }
        return result.holds() ? HOLDS : DOES_NOT_HOLD;
    }

    /** How the fabric comes up, event by event. */
    private static void start(TraceFile trace, ScenarioResult result) throws InputException {
        if (result.cases().size() != 1) {
            throw new InputException("--trace is of one case; expected --case NAME");
        }
        CaseResult only = result.cases().getFirst();
        DrillRunner runner = new DrillRunner(
                CaseRun.solved(only).plan(),
                only.given().devices(),
                only.given().controllers(),
                Settings.DEFAULT.with(only.given().pace().pace()));
        trace.write(tracer -> runner.timeline(Drill.of("start", "start", Schedule.NOTHING), tracer));
    }

    static ScenarioResult run(Scenario scenario, Optional<String> name, Terminal terminal) throws InputException {
        List<CaseResult> results = new ArrayList<>();
        for (ScenarioCase each : scenario.cases()) {
            if (name.isEmpty() || name.get().equals(each.name())) {
                results.add(run(each, terminal));
            }
        }
        if (results.isEmpty()) {
            throw new InputException("no case '" + name.orElse("") + "' in " + scenario.name() + "; it has "
                    + scenario.cases().stream().map(ScenarioCase::name).collect(Collectors.joining(", ")));
        }
        return new ScenarioResult(scenario, results);
    }

    private static CaseResult run(ScenarioCase each, Terminal terminal) throws InputException {
        ProgressLine progress = ProgressLine.of(terminal, each.name());
        Outcome<CaseResult> outcome = Runner.run(each, progress);
        progress.clear();
        return switch (outcome) {
            case Outcome.Made<CaseResult>(CaseResult result) -> result;
            case Outcome.Refused<CaseResult>(List<Fault> faults) ->
                throw new InputException(each.name() + " cannot be built as described:\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }
}
