package io.heddle.scenarios.cli;

import io.heddle.scenarios.drill.DrillRunner;
import io.heddle.scenarios.script.Cast;
import io.heddle.scenarios.script.Casting;
import io.heddle.scenarios.script.Script;
import io.heddle.simulator.event.ImpossibleIncident;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A drill of a script, with what is wrong in it told by its place. */
final class CastDrill {

    private CastDrill() {}

    static Cast of(Script script, Plan plan, int controllers) throws InputException {
        return switch (Casting.of(script, plan, controllers)) {
            case Outcome.Made<Cast>(Cast cast) -> cast;
            case Outcome.Refused<Cast>(List<Fault> faults) ->
                throw new InputException(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }

    static Timeline run(Cast cast, DrillRunner runner) throws InputException {
        return run(cast, runner, Optional.empty());
    }

    /** The same with a trace of it, where one is wanted. */
    static Timeline run(Cast cast, DrillRunner runner, Optional<TraceFile> trace) throws InputException {
        try {
            return trace.isPresent()
                    ? trace.get().write(tracer -> runner.timeline(cast.drill(), tracer))
                    : runner.timeline(cast.drill());
        } catch (ImpossibleIncident e) {
            throw new InputException(cast.origins().get(e.position()) + ": " + e.getMessage());
        }
    }
}
