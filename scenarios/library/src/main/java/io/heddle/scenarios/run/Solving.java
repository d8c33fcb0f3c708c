package io.heddle.scenarios.run;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.result.FailureCoverage;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes what every switch of a plan holds, and audits it. */
final class Solving {

    private Solving() {}

    static Solved solve(Plan plan, ScenarioCase given) {
        StableState state = StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), Outage.NONE);
        int possible = plan.fabric().switches().size() + plan.fabric().links().size();
        return new Solved(
                plan,
                state,
                audits(plan.fabric(), state, given.devices()),
                new FailureCoverage(Failures.NONE, 0, possible));
    }

    private static List<AuditReport> audits(Fabric fabric, StableState state, DeviceCatalogue devices) {
        Map<ProfileRef, TableAudit> audits = new HashMap<>();
        List<AuditReport> reports = new ArrayList<>();
        for (Switch each : fabric.switches()) {
            TableAudit audit = audits.computeIfAbsent(
                    each.profile(),
                    ref -> TableAudit.of(devices.find(ref)
                            .orElseThrow(() ->
                                    new IllegalStateException("device " + ref + " vanished from the catalogue"))));
            state.tables(each.name())
                    .ifPresent(tables -> reports.add(audit.report(each.name(), each.role(), tables.counts())));
        }
        return reports;
    }
}
