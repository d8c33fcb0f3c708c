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
 * The event-driven simulation in a fresh JVM: {@code EventBench LEAFS SPINES BLOCKS-PER-LEAF [groups=N] [plain] [paced] [fail | survey=N]}. A
 * Clos of leafs and spines, a block a node, announced by the leaf; from nothing to rest, with {@code fail} one spine-leaf cable cut on top,
 * with {@code survey} that many of them in turn. With {@code groups}, racks of two leafs under groups of spines under super-spines. Prefixes
 * travel in groups unless it is {@code plain}, and nothing but the cables takes time unless it is {@code paced}. Prints the time on the wall
 * and of the core, routes received one by one, events, and the heap that is live at the end.
 */
public final class EventBench {

    private static final long MIB = 1 << 20;

    /** In each plane of a fabric of three tiers. */
    private static final int SUPER_SPINES = 4;

    private EventBench() {}

    /** See the class. */
    public static void main(String[] arguments) {
        int leafs = Integer.parseInt(arguments[0]);
        int spines = Integer.parseInt(arguments[1]);
        int blocks = Integer.parseInt(arguments[2]);
        List<String> words = List.of(arguments).subList(3, arguments.length);
        boolean fail = words.contains("fail");
        Plan plan = plan(leafs, spines, blocks, number(words, "groups", 1));
        List<Link> cables = plan.fabric().links().stream()
                .filter(each -> plan.fabric().findSwitch(each.a().device()).isPresent()
                        && plan.fabric().findSwitch(each.b().device()).isPresent())
                .toList();
        Link cable = cables.getFirst();
        Settings settings = words.contains("paced") ? Settings.DEFAULT : Settings.DEFAULT.with(Settings.Pace.INSTANT);
        settings = words.contains("plain") ? settings.withGroupsFrom(Settings.NEVER) : settings;
        int most = number(words, "survey", 0);
        if (most > 0) {
            survey(plan, cables.subList(0, Math.min(most, cables.size())), settings);
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

    /** Of a word {@code name=number}. */
    private static int number(List<String> words, String name, int otherwise) {
        return words.stream()
                .filter(each -> each.startsWith(name + "="))
                .mapToInt(each -> Integer.parseInt(each.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static void survey(Plan plan, List<Link> cables, Settings settings) {
        List<Incident> failures = cables.stream()
                .<Incident>map(each -> new Incident.CablesDown(Set.of(each), Notice.CARRIER))
                .toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long[] routes = {0};
        long[] first = {0, 0};
        int starts = EventSurvey.of(plan.fabric(), plan.config(), plan.endpoints(), failures, settings, (_, run) -> {
            routes[0] += run.timeline().traffic().announced()
                    + run.timeline().traffic().withdrawn();
            if (first[0] == 0) {
                first[0] = System.nanoTime();
                first[1] = threads.getCurrentThreadCpuTime();
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%,d failures: %.2f s, %.2f s of one core; all but the first, with their repairs, %.2f and %.2f;"
                        + " %,d routes announced or withdrawn, started %d times%n",
                failures.size(),
                (System.nanoTime() - start) / 1e9,
                (threads.getCurrentThreadCpuTime() - before) / 1e9,
                (System.nanoTime() - first[0]) / 1e9,
                (threads.getCurrentThreadCpuTime() - first[1]) / 1e9,
                routes[0],
                starts);
    }

    private static Plan plan(int leafs, int spines, int blocks, int groups) {
        ProfileRef any = new ProfileRef("unlimited", "any", "test");
        NodeGroup nodes = new NodeGroup(
                "gpu",
                blocks,
                Attachment.L3,
                8,
                true,
                List.of(new NodeGroup.CardTemplate("nic0", groups == 1 ? 1 : 2, Bandwidth.gigabits(25), false)),
                List.of());
        GeneratorSpec spec = new GeneratorSpec.Clos(
                "bench",
                leafs,
                groups == 1 ? PairMode.SINGLE : PairMode.INDEPENDENT,
                any,
                Bandwidth.gigabits(100),
                groups,
                spines,
                Optional.of(any),
                1,
                groups == 1 ? 0 : SUPER_SPINES,
                groups == 1 ? Optional.empty() : Optional.of(any),
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
