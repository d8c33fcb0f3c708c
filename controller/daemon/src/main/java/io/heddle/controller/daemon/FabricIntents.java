package io.heddle.controller.daemon;

import io.heddle.controller.core.State;
import io.heddle.controller.daemon.admission.Forecast;
import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.topology.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What OpenFlow switches are to do: their part of the stable state of the plan with all the pods and blocks that are known and without the cables
 * that carry nothing. MACs of nodes are the plan's, so a node behind a routed port, whose MAC is not planned, has no rule. Single-threaded.
 */
final class FabricIntents {

    private final Plan plan;
    private final List<DeviceName> devices;
    private final FabricWiring wiring;
    private final Map<IpAddress, Integer> planned;
    /** Also of VTEPs that no plan has, in the order in which they came. */
    private final Map<DeviceName, Map<IpAddress, Integer>> tunnels = new TreeMap<>();

    FabricIntents(Plan plan, Collection<DeviceName> devices) {
        this.plan = plan;
        this.devices = List.copyOf(devices);
        planned = FabricWiring.planned(plan.config());
        wiring = FabricWiring.of(plan.fabric(), plan.config(), Map.of());
    }

    SortedMap<DeviceName, Intent> at(State state, Outage outage) {
        Forecast forecast = Forecast.of(plan, state);
        NetworkConfig config = forecast.config();
        StableState stable = StableStateSolver.solve(plan.fabric(), config, forecast.endpoints(), outage);
        if (!outage.equals(Outage.NONE)) {
            NetworkConfig answering = LostNextHops.removed(config, stable);
            if (!answering.equals(config)) {
                config = answering;
                stable = StableStateSolver.solve(plan.fabric(), config, forecast.endpoints(), outage);
            }
        }
        SortedMap<DeviceName, Intent> intents = new TreeMap<>();
        for (DeviceName each : devices) {
            SwitchConfig own = config.findSwitch(each).orElseThrow();
            SwitchTables tables = stable.tables(each).orElseThrow();
            Map<IpAddress, Integer> before = new TreeMap<>(tunnels.getOrDefault(each, Map.of()));
            before.putAll(planned);
            Map<IpAddress, Integer> numbers = FabricWiring.tunnels(tables, before);
            tunnels.put(each, numbers);
            intents.put(each, new Intent(own, tables, wiring.of(each, numbers, outage)));
        }
        return intents;
    }
}
