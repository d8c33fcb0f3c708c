package io.heddle.scenarios.cli;

import io.heddle.scenarios.drill.DrillRunner;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.script.Script;
import io.heddle.scenarios.script.ScriptReader;
import io.heddle.simulator.drill.LastChange;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.walk.Arrival;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.Walk;
import io.heddle.topology.plan.Plan;
import java.util.Optional;

/**
 * A drill stopped at a time, to trace a packet through it.
 *
 * @param replay played up to {@code at}
 */
record TracedDrill(Timeline timeline, Replay replay, SimTime at) {

    /** Empty unless {@code --incident} or {@code --drill} is given; without {@code --at} it is the end. */
    static Optional<TracedDrill> of(Arguments given, ScenarioCase chosen, Plan plan) throws InputException {
        if (given.value("incident").isEmpty() && given.value("drill").isEmpty()) {
            if (given.value("at").isPresent()) {
                throw new InputException("--at needs something that happens: --incident 'fail: PART' or --drill NAME");
            }
            return Optional.empty();
        }
        if (given.value("fail").isPresent()) {
            throw new InputException(
                    "--fail is a fabric at rest without a part; over time it is --incident 'fail: PART'");
        }
        Script script = Scripts.given(given, chosen).getFirst();
        DrillRunner runner = new DrillRunner(
                plan,
                chosen.devices(),
                chosen.controllers(),
                Settings.DEFAULT.with(chosen.pace().pace()));
        Timeline timeline = CastDrill.run(CastDrill.of(script, plan, chosen.controllers()), runner);
        SimTime at = at(given, timeline);
        Replay replay = new Replay(timeline);
        replay.playTo(at);
        return Optional.of(new TracedDrill(timeline, replay, at));
    }

    private static SimTime at(Arguments given, Timeline timeline) throws InputException {
        Optional<String> text = given.value("at");
        try {
            return text.isPresent()
                    ? ScriptReader.time(text.get())
                    : timeline.ending().at();
        } catch (IllegalArgumentException e) {
            throw new InputException("--at " + e.getMessage());
        }
    }

    Forwarding forwarding(Plan plan) {
        return new Forwarding(plan.fabric(), plan.config(), replay);
    }

    /** When the packets were looked at and, where some do not arrive, what changed there last. */
    String why(Walk walk) {
        StringBuilder out = new StringBuilder("At ").append(at).append(" of ");
        out.append(timeline.ending().at()).append(".\n");
        for (Walk.End each : walk.ends()) {
            if (each.arrival() != Arrival.ARRIVES) {
                Optional<Moment> last = LastChange.of(timeline, at, each.device(), walk);
                out.append(each.arrival())
                        .append(": ")
                        .append(each.where())
                        .append(last.map(moment -> ", since " + moment.at() + " because " + moment.cause())
                                .orElse(""))
                        .append(".\n");
            }
        }
        return out.toString();
    }
}
