package io.heddle.test.outage;

import io.heddle.simulator.drill.DrillStudy;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.topology.plan.Plan;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

/** What the event-driven simulation says of a drill, over many seeds. */
final class Predicted {

    private Predicted() {}

    /**
     * FRR, and what a lab of it has that other fabrics do not: sessions are tried again after a second, and a kernel's bridge tells zebra of a
     * MAC at once.
     */
    static final Settings LAB = Settings.DEFAULT
            .with(Settings.Pace.FRR)
            .with(Settings.Detection.DEFAULT.withHosts(Duration.ofMillis(1)))
            .with(Settings.DATACENTER.withConnectRetry(Duration.ofSeconds(1)));

    /** How many seeds tell what a drill may do: silence ends by timers, whose phases are drawn, all else is nearly the same every time. */
    static int seeds(RealDrill drill) {
        return drill instanceof RealDrill.Silence ? 243 : 60;
    }

    /** The longest interruption of any pair, in nanoseconds, a value a seed, in order of length. */
    static long[] outages(Plan plan, RealDrill drill, int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .parallel()
                .map(seed -> longest(plan, drill, LAB.with(seed)))
                .sorted()
                .toArray();
    }

    private static long longest(Plan plan, RealDrill drill, Settings settings) {
        EventRun run = EventSimulation.run(
                plan.fabric(),
                plan.config(),
                plan.endpoints(),
                drill.before(plan.fabric()),
                Schedule.of(drill.incident(plan.fabric())),
                settings);
        return DrillStudy.of(run.timeline(), _ -> Optional.empty()).longest().nanos();
    }
}
