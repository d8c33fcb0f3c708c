package io.heddle.controller.daemon.admission;

import io.heddle.controller.core.Demand;
import io.heddle.controller.core.State;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.failure.SingleFailure;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether announcing a node's blocks in place of its pods, those that it has and those that are new, loses one: at rest and in every single failure of its leafs and cables, each
 * switch that has a way to the pod must still have one. Failures elsewhere do not touch what the node's leafs announce.
 */
final class BlackHoles {

    private BlackHoles() {}

    /** The first pod that would be lost, where and when. */
    static Optional<String> made(Fabric fabric, Forecast before, Forecast after, State state, Demand.Aggregate demand) {
        DeviceName node = demand.node();
        Set<DeviceName> near = new TreeSet<>();
        near.add(node);
        state.layout().nodes().get(node).ifPresent(place -> place.uplinks().forEach(each -> near.add(each.leaf())));
        List<Outage> outages = new ArrayList<>(List.of(Outage.NONE));
        List<String> names = new ArrayList<>(List.of("at rest"));
        for (SingleFailure each : SingleFailure.of(fabric)) {
            boolean touches = each.outage().devices().stream().anyMatch(near::contains)
                    || each.outage().links().stream()
                            .anyMatch(link -> near.contains(link.a().device())
                                    && near.contains(link.b().device()));
            if (touches) {
                outages.add(each.outage());
                names.add(each.text());
            }
        }
        Set<IpAddress> pods = new TreeSet<>();
        state.nodes().get(node).ifPresent(each -> pods.addAll(each.addresses().keys()));
        demand.pods().forEach(each -> pods.addAll(each.addresses()));
        for (int i = 0; i < outages.size(); i++) {
            StableState old = StableStateSolver.solve(fabric, before.config(), before.endpoints(), outages.get(i));
            StableState fresh = StableStateSolver.solve(fabric, after.config(), after.endpoints(), outages.get(i));
            for (Map.Entry<DeviceName, SwitchTables> each : old.tables().entrySet()) {
                for (IpAddress pod : pods) {
                    if (reaches(each.getValue(), pod)
                            && !fresh.tables(each.getKey())
                                    .filter(tables -> reaches(tables, pod))
                                    .isPresent()) {
                        return Optional.of("announcing its blocks would lose " + pod + " at " + each.getKey() + ", "
                                + names.get(i));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean reaches(SwitchTables tables, IpAddress pod) {
        return tables.longestMatch(VrfName.DEFAULT, pod)
                .filter(each -> each.nextHops().stream().noneMatch(NextHop.Discard.class::isInstance))
                .isPresent();
    }
}
