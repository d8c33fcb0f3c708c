package io.heddle.controller.daemon.tables;

import io.heddle.controller.core.State;
import io.heddle.controller.daemon.admission.Forecast;
import io.heddle.controller.southbound.use.KernelTables;
import io.heddle.controller.southbound.use.OverlayTables;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.SwitchTables;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.topology.plan.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What switches hold when all that is known has taken effect. Solved once a revision, when it is first asked for. Thread-safe. */
final class Expected {

    private static final TableCounts NONE = TableCounts.of(new long[EntryKind.values().length]);

    private final Plan plan;
    private long revision = -1;
    private @Nullable StableState solved;

    Expected(Plan plan) {
        this.plan = plan;
    }

    private synchronized Optional<SwitchTables> tables(State state, DeviceName device) {
        StableState current = solved;
        if (current == null || revision != state.revision()) {
            Forecast forecast = Forecast.of(plan, state);
            current = StableStateSolver.solve(plan.fabric(), forecast.config(), forecast.endpoints(), Outage.NONE);
            solved = current;
            revision = state.revision();
        }
        return current.tables(device);
    }

    KernelTables entries(State state, DeviceName device) {
        return tables(state, device).map(KernelTables::of).orElse(KernelTables.EMPTY);
    }

    OverlayTables overlay(State state, DeviceName device) {
        return tables(state, device).map(OverlayTables::of).orElse(OverlayTables.EMPTY);
    }

    TableCounts counts(State state, DeviceName device) {
        return tables(state, device).map(SwitchTables::counts).orElse(NONE);
    }
}
