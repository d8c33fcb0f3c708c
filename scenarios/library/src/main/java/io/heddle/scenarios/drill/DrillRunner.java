package io.heddle.scenarios.drill;

import io.heddle.model.audit.TableAudit;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.run.Progress;
import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.drill.DrillStudy;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.event.Tracer;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs drills on a plan. Results do not depend on how many run at once. */
public final class DrillRunner {

    private final Plan plan;
    private final Settings settings;
    private final Map<DeviceName, TableAudit> audits = new HashMap<>();

    public DrillRunner(Plan plan, DeviceCatalogue devices, Settings settings) {
        this.plan = plan;
        this.settings = settings;
        Map<ProfileRef, TableAudit> byProfile = new HashMap<>();
        for (Switch each : plan.fabric().switches()) {
            devices.find(each.profile())
                    .ifPresent(profile -> audits.put(
                            each.name(), byProfile.computeIfAbsent(each.profile(), _ -> TableAudit.of(profile))));
        }
    }

    /** What happens in one drill. */
    public Timeline timeline(Drill drill) {
        return simulate(drill).timeline();
    }

    /** The same with everything that is sent and that changes told to a tracer, from the fabric's start on. */
    public Timeline timeline(Drill drill, Tracer tracer) {
        return EventSimulation.run(
                        plan.fabric(),
                        plan.config(),
                        plan.endpoints(),
                        drill.absent(),
                        drill.schedule(),
                        settings,
                        tracer)
                .timeline();
    }

    private EventRun simulate(Drill drill) {
        return EventSimulation.run(
                plan.fabric(), plan.config(), plan.endpoints(), drill.absent(), drill.schedule(), settings);
    }

    /** The verdict on what happened in a drill. */
    public DrillResult judge(Drill drill, Timeline timeline) {
        return new DrillResult(
                drill,
                DrillStudy.of(timeline, device -> Optional.ofNullable(audits.get(device))),
                EndCheck.of(timeline));
    }

    /** Runs all, on all processors. */
    public DrillSurvey survey(List<Drill> drills, long possible, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        List<DrillResult> results = drills.parallelStream()
                .map(each -> {
                    DrillResult result = judge(each, timeline(each));
                    progress.done("drills", done.incrementAndGet(), drills.size());
                    return result;
                })
                .toList();
        return new DrillSurvey(results, possible);
    }
}
