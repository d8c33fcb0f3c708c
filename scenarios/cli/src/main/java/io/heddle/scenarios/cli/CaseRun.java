package io.heddle.scenarios.cli;

import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.run.Progress;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds and solves one case at rest, for the commands that look at the fabric and not at the expectations. */
final class CaseRun {

    private CaseRun() {}

    /** The case that a command line means: the named one, or the first. */
    static ScenarioCase choose(Scenario scenario, Optional<String> name) throws InputException {
        if (name.isEmpty()) {
            return scenario.cases().getFirst();
        }
        for (ScenarioCase each : scenario.cases()) {
            if (each.name().equals(name.get())) {
                return each;
            }
        }
        throw new InputException("no case '" + name.get() + "' in " + scenario.name() + "; it has "
                + scenario.cases().stream().map(ScenarioCase::name).collect(Collectors.joining(", ")));
    }

    /** The case built and solved, without failures, capacity and expectations. */
    static CaseResult atRest(ScenarioCase each) throws InputException {
        ScenarioCase plain = each.withOnly(Failures.NONE, Optional.empty());
        return switch (Runner.run(plain, Progress.SILENT)) {
            case Outcome.Made<CaseResult>(CaseResult result) -> result;
            case Outcome.Refused<CaseResult>(List<Fault> faults) ->
                throw new InputException(each.name() + " cannot be built as described:\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }

    /** What was solved; a case without design has no tables. */
    static Solved solved(CaseResult result) throws InputException {
        return result.solved()
                .orElseThrow(() -> new InputException(
                        result.given().name() + " has no design, so nothing is routed and no switch holds a table"));
    }
}
