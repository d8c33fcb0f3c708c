package io.heddle.controller.daemon.admission;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Switch;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.failure.FailureSurvey;
import io.heddle.simulator.failure.FailureSurvey.Scope;
import io.heddle.simulator.failure.Likeness;
import io.heddle.simulator.stable.StableStateSolver;
import java.util.HashMap;
import java.util.Map;

/**
 * The most that each switch holds of each kind of entry, at rest and in single failures. Kind by kind: a switch that holds most routes in one
 * failure and most next hops in another is taken to hold both at once, which is never too little.
 */
final class MostHeld {

    private final Map<Integer, TableCounts> byClass = new HashMap<>();
    private final Map<DeviceName, TableCounts> bySwitch = new HashMap<>();
    private final Fabric fabric;
    private final Likeness likeness;

    private MostHeld(Fabric fabric, Likeness likeness) {
        this.fabric = fabric;
        this.likeness = likeness;
    }

    static MostHeld of(Fabric fabric, Forecast forecast, boolean failures) {
        MostHeld most = new MostHeld(fabric, Likeness.of(fabric, forecast.endpoints()));
        StableStateSolver.solve(fabric, forecast.config(), forecast.endpoints(), Outage.NONE)
                .tables()
                .forEach((device, tables) -> most.bySwitch.merge(device, tables.counts(), TableCounts::max));
        if (failures) {
            FailureSurvey.run(
                    fabric,
                    forecast.config(),
                    forecast.endpoints(),
                    Scope.REPRESENTATIVE,
                    (_, device, held) -> most.byClass.merge(most.likeness.classOf(device), held, TableCounts::max),
                    (_, _) -> {});
        }
        return most;
    }

    Map<DeviceName, TableCounts> all() {
        Map<DeviceName, TableCounts> all = new HashMap<>(bySwitch);
        for (Switch each : fabric.switches()) {
            TableCounts failing = byClass.get(likeness.classOf(each.name()));
            if (failing != null) {
                all.merge(each.name(), failing, TableCounts::max);
            }
        }
        return all;
    }
}
