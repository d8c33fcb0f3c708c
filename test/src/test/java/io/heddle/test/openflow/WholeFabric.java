package io.heddle.test.openflow;

import io.heddle.controller.onos.change.ProgramDifference;
import io.heddle.controller.onos.change.SwitchState;
import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.pipeline.RouteRules;
import io.heddle.controller.onos.pipeline.SwitchCompiler;
import io.heddle.controller.onos.pipeline.SwitchProgram;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.plan.Plan;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a new pod costs before anything is sent to a switch: the fabric solved anew, every switch's tables compiled to rules, the rules compared
 * with those before. A hundred leafs, a host route a pod. Arguments: numbers of pods. Run by hand; figures are in {@code docs/benchmarks.md}.
 */
final class WholeFabric {

    private static final int ROUNDS = 4;

    private final Plan plan =
            PlannedFile.beside(WholeFabric.class, "hundred-leafs.yaml").plan();
    private final FabricWiring wiring = FabricWiring.of(plan.fabric(), plan.config(), Map.of());
    private final Map<DeviceName, SwitchProgram> before = new TreeMap<>();

    private final Map<DeviceName, RouteRules> rules = new TreeMap<>();

    private WholeFabric() throws Exception {}

    public static void main(String[] counts) throws Exception {
        WholeFabric fabric = new WholeFabric();
        for (String each : counts) {
            int pods = Integer.parseInt(each);
            for (int round = 0; round < ROUNDS; round++) {
                fabric.round(pods + round);
            }
        }
    }

    /** Processor time of this thread: others keep the machine busy. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void round(int pods) {
        NetworkConfig config = withPods(pods);
        long start = cpu();
        StableState solved = StableStateSolver.solve(plan.fabric(), config, plan.endpoints(), Outage.NONE);
        long solving = cpu() - start;
        long compiling = 0;
        long comparing = 0;
        long changes = 0;
        for (SwitchConfig each : config.switches()) {
            long from = cpu();
            SwitchTables tables = solved.tables(each.name()).orElseThrow();
            SwitchProgram program = SwitchCompiler.compile(
                    each,
                    tables,
                    wiring.of(each.name(), FabricWiring.tunnels(tables, Map.of())),
                    rules.computeIfAbsent(each.name(), _ -> new RouteRules()));
            long compiled = cpu();
            SwitchProgram last = Optional.ofNullable(before.put(each.name(), program))
                    .orElse(new SwitchProgram(List.of(), List.of(), List.of()));
            changes += ProgramDifference.between(program, new SwitchState(last.flows(), last.groups(), 0))
                    .size();
            compiling += compiled - from;
            comparing += cpu() - compiled;
        }
        System.out.printf(
                "%,d pods: solved in %,d ms, compiled in %,d ms, compared in %,d ms of processor, %,d changes%n",
                pods, solving / 1_000_000, compiling / 1_000_000, comparing / 1_000_000, changes);
    }

    /** The plan with the first {@code pods} pods, spread over the nodes, each a static route of its leaf to its node. */
    private NetworkConfig withPods(int pods) {
        Map<DeviceName, List<StaticRoute>> routes = new HashMap<>();
        List<DeviceName> nodes =
                plan.config().nodes().stream().map(each -> each.name()).toList();
        IpAddress first = IpAddress.parse("10.64.0.0");
        for (int pod = 0; pod < pods; pod++) {
            DeviceName node = nodes.get(pod % nodes.size());
            IpAddress via = plan.config()
                    .findNode(node)
                    .orElseThrow()
                    .interfaces()
                    .getFirst()
                    .addresses()
                    .getFirst()
                    .address();
            routes.computeIfAbsent(leafOf(node), _ -> new ArrayList<>())
                    .add(new StaticRoute(Prefix.host(first.plus(pod)), Optional.of(node), Optional.of(via)));
        }
        return new NetworkConfig(
                plan.config().switches().stream()
                        .map(each -> each.withStaticRoutes(routes.getOrDefault(each.name(), List.of())))
                        .toList(),
                plan.config().nodes(),
                plan.config().externalRouters());
    }

    private DeviceName leafOf(DeviceName node) {
        for (Link each : plan.fabric().links()) {
            for (PortRef end : List.of(each.a(), each.b())) {
                if (end.device().equals(node)) {
                    return each.otherEnd(end).device();
                }
            }
        }
        throw new IllegalArgumentException(node + " has no cable");
    }
}
