package io.heddle.scenarios.drill;

import io.heddle.model.audit.TableAudit;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.run.Progress;
import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.drill.DrillStudy;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.EventSurvey;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.event.Tracer;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs drills on a plan. Results do not depend on how many run at once. */
public final class DrillRunner {

    /** Drills that share a fabric. */
    private static final int SHARING = 32;

    private final Plan plan;
    private final Settings settings;
    private final Map<DeviceName, TableAudit> audits = new HashMap<>();

    /**
     * For drills on a plan.
     *
     * @param controllers how many take part
     */
    public DrillRunner(Plan plan, DeviceCatalogue devices, int controllers, Settings settings) {
        this.plan = plan;
        Map<ProfileRef, TableAudit> byProfile = new HashMap<>();
        for (Switch each : plan.fabric().switches()) {
            devices.find(each.profile())
                    .ifPresent(profile -> audits.put(
                            each.name(), byProfile.computeIfAbsent(each.profile(), _ -> TableAudit.of(profile))));
        }
        Settings limited = settings.with(audits);
        this.settings = controllers == 0 ? limited : limited.with(PlannedControllers.of(plan, controllers));
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

    /**
     * Runs all, on all processors. Drills of one failure share a fabric that comes up once for a run of them ({@link EventSurvey}); the runs are cut
     * at fixed lengths, so that results do not depend on the processors.
     */
    public DrillSurvey survey(List<Drill> drills, long possible, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        Consumer<DrillResult> tick = _ -> progress.done("drills", done.incrementAndGet(), drills.size());
        Map<Boolean, List<Drill>> bySort =
                drills.stream().collect(Collectors.partitioningBy(DrillRunner::isOneFailure));
        List<Drill> single = bySort.getOrDefault(true, List.of());
        Stream<DrillResult> sharing = IntStream.range(0, (single.size() + SHARING - 1) / SHARING)
                .mapToObj(i -> single.subList(i * SHARING, Math.min(single.size(), (i + 1) * SHARING)))
                .parallel()
                .flatMap(run -> oneAfterAnother(run, tick).stream());
        Stream<DrillResult> alone = bySort.getOrDefault(false, List.of()).parallelStream()
                .map(each -> {
                    DrillResult result = judge(each, timeline(each));
                    tick.accept(result);
                    return result;
                });
        return new DrillSurvey(Stream.concat(sharing, alone).toList(), possible);
    }

    private static boolean isOneFailure(Drill drill) {
        return drill.absent().equals(Outage.NONE)
                && drill.schedule().incidents().size() == 1;
    }

    private List<DrillResult> oneAfterAnother(List<Drill> drills, Consumer<DrillResult> tick) {
        List<DrillResult> results = new ArrayList<>();
        List<Incident> failures = drills.stream()
                .map(each -> each.schedule().incidents().getFirst().incident())
                .toList();
        EventSurvey.of(plan.fabric(), plan.config(), plan.endpoints(), failures, settings, (_, run) -> {
            DrillResult result = judge(drills.get(results.size()), run.timeline());
            results.add(result);
            tick.accept(result);
        });
        return results;
    }
}
