package io.heddle.test.bench;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.EventSurvey;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.topology.design.Designs;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.PlanOptions;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.spec.PodSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The event-driven simulation in a fresh JVM: {@code EventBench LEAFS SPINES BLOCKS-PER-LEAF [plain] [fail |
 * survey]}. A Clos of leafs and spines, a block a node, announced by the leaf; from nothing to rest, with {@code fail} one spine-leaf cable cut
 * on top, with {@code survey} every one of them in turn. Prefixes travel in groups unless it is {@code plain}. Prints the time on the wall and of the
 * core, routes received one by one, events, and the heap that is live at the end.
 */
public final class EventBench {

    private static final long MIB = 1 << 20;

    private EventBench() {}

    /** See the class. */
    public static void main(String[] arguments) {
        int leafs = Integer.parseInt(arguments[0]);
        int spines = Integer.parseInt(arguments[1]);
        int blocks = Integer.parseInt(arguments[2]);
        List<String> words = List.of(arguments).subList(3, arguments.length);
        boolean fail = words.contains("fail");
        Plan plan = plan(leafs, spines, blocks);
        List<Link> cables = plan.fabric().links().stream()
                .filter(each -> plan.fabric().findSwitch(each.a().device()).isPresent()
                        && plan.fabric().findSwitch(each.b().device()).isPresent())
                .toList();
        Link cable = cables.getFirst();
        Settings settings = Settings.DEFAULT.with(Settings.Pace.INSTANT);
        settings = words.contains("plain") ? settings.withGroupsFrom(Settings.NEVER) : settings;
        if (words.contains("survey")) {
            survey(plan, cables, settings);
            return;
        }
        Schedule schedule =
                fail ? Schedule.of(new Incident.CablesDown(Set.of(cable), Notice.CARRIER)) : Schedule.NOTHING;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        EventRun run =
                EventSimulation.run(plan.fabric(), plan.config(), plan.endpoints(), Outage.NONE, schedule, settings);
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (threads.getCurrentThreadCpuTime() - before) / 1e9;
        long received =
                run.startTraffic().announced() + run.timeline().traffic().announced();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%d x %d x %d, %,d along with others%s: %.2f s, %.2f s of one core, %,d routes received, %,.0f a second of the core, %,d events,"
                        + " %,d MiB live, %s%n",
                leafs,
                spines,
                leafs * blocks,
                run.travelledAlong(),
                fail ? ", a cable cut" : "",
                seconds,
                busy,
                received,
                received / busy,
                run.events(),
                (runtime.totalMemory() - runtime.freeMemory()) / MIB,
                run.timeline().ending());
    }

    private static void survey(Plan plan, List<Link> cables, Settings settings) {
        List<Incident> failures = cables.stream()
                .<Incident>map(each -> new Incident.CablesDown(Set.of(each), Notice.CARRIER))
                .toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long[] routes = {0};
        int starts = EventSurvey.of(
                plan.fabric(),
                plan.config(),
                plan.endpoints(),
                failures,
                settings,
                (_, run) -> routes[0] += run.timeline().traffic().announced()
                        + run.timeline().traffic().withdrawn());
        System.out.printf(
                Locale.ROOT,
                "%,d failures: %.2f s, %.2f s of one core, %,d routes announced or withdrawn, started %d times%n",
                failures.size(),
                (System.nanoTime() - start) / 1e9,
                (threads.getCurrentThreadCpuTime() - before) / 1e9,
                routes[0],
                starts);
    }

    private static Plan plan(int leafs, int spines, int blocks) {
        ProfileRef any = new ProfileRef("unlimited", "any", "test");
        NodeGroup nodes = new NodeGroup(
                "gpu",
                blocks,
                Attachment.L3,
                8,
                true,
                List.of(new NodeGroup.CardTemplate("nic0", 1, Bandwidth.gigabits(25), false)),
                List.of());
        GeneratorSpec spec = new GeneratorSpec.Clos(
                "bench",
                leafs,
                PairMode.SINGLE,
                any,
                Bandwidth.gigabits(100),
                1,
                spines,
                Optional.of(any),
                1,
                0,
                Optional.empty(),
                1,
                0,
                Bandwidth.gigabits(100),
                false,
                Optional.empty(),
                0,
                List.of(),
                List.of(nodes),
                List.of(),
                List.of());
        Fabric fabric = new FabricGenerator(PortLists.UNKNOWN).generate(spec).orThrow();
        IpamSpec ipam = new IpamSpec(Optional.of(Prefix.parse("10.0.0.0/8")), 26, Optional.empty(), 1, 1);
        return Planner.plan(fabric, Designs.of("node-blocks"), ipam, new PodSpec(0, List.of()), PlanOptions.DEFAULT)
                .orThrow();
    }
}
