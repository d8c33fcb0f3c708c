package io.heddle.simulator.stable;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Computes what every switch holds once nothing changes any more, by the rules of {@code docs/stable-state.md}.
 *
 * <p>Cost: with C classes, R routers that pass routes on and E sessions between them, time O(C · E) at worst a few times over, memory 4 · C · R bytes
 * plus 8 bytes an IPv4 pod. Uses all processors of the common pool; results do not depend on them.
 */
public final class StableStateSolver {

    private StableStateSolver() {}

    /** The stable state of a fabric under an outage. */
    public static StableState solve(Fabric fabric, NetworkConfig config, Endpoints endpoints, Outage outage) {
        Wiring wiring = new Wiring(fabric, config, outage);
        LayerTwo layerTwo = new LayerTwo(wiring, config, endpoints);
        SessionGraph graph = new SessionGraph(wiring, new SviAddresses(wiring, layerTwo, config.nodes()), config);
        List<Map<Prefix, RouteEntry>> local = IntStream.range(
                        0, wiring.switches().size())
                .parallel()
                .mapToObj(i -> LocalRoutes.of(wiring, i))
                .toList();
        Originations originations = new Originations(graph.routers(), local, endpoints);
        CoreGraph core = new CoreGraph(graph);
        PrefixLists lists = new PrefixLists(graph);
        boolean shareStubs = true;
        while (true) {
            RouteClasses classes = new RouteClasses(core, lists, originations, shareStubs);
            Overlay overlay = new Overlay(core, classes, layerTwo);
            UnderlaySolver solver = new UnderlaySolver(core, lists, classes);
            if (!solver.solve()) {
                shareStubs = false;
                continue;
            }
            Underlay underlay = solver.underlay(local);
            return new StableState(
                    tables(wiring, layerTwo, underlay, overlay),
                    solver.oscillating(),
                    classes.classes().size());
        }
    }

    private static Map<DeviceName, SwitchTables> tables(
            Wiring wiring, LayerTwo layerTwo, Underlay underlay, Overlay overlay) {
        SwitchTables[] tables = new SwitchTables[wiring.switches().size()];
        IntStream.range(0, tables.length).parallel().forEach(i -> {
            SwitchConfig config = wiring.switches().get(i);
            Vtep vtep = config.bgp().isPresent() ? config.vtep().orElse(null) : null;
            ImportedOverlay imported =
                    vtep == null ? null : new ImportedOverlay(overlay, layerTwo, underlay, i, config, vtep);
            tables[i] = new SolvedTables(config, i, underlay, layerTwo, imported);
        });
        Map<DeviceName, SwitchTables> byName = LinkedHashMap.newLinkedHashMap(tables.length);
        for (SwitchTables each : tables) {
            byName.put(each.device(), each);
        }
        return byName;
    }
}
