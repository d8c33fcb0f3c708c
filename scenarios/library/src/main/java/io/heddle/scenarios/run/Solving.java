package io.heddle.scenarios.run;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.audit.WorstFailures;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.tables.SwitchTables;
import io.heddle.scenarios.result.FailureCoverage;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.simulator.failure.FailureSurvey;
import io.heddle.simulator.failure.Likeness;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes what every switch of a plan holds, at rest and in single failures, and audits it. Single-threaded. */
final class Solving {

    private final Plan plan;
    private final DeviceCatalogue devices;
    private final Map<ProfileRef, TableAudit> audits = new HashMap<>();

    private Solving(Plan plan, DeviceCatalogue devices) {
        this.plan = plan;
        this.devices = devices;
    }

    static Solved solve(Plan plan, DeviceCatalogue devices, Failures failures, Progress progress) {
        return new Solving(plan, devices).solve(failures, progress);
    }

    private Solved solve(Failures failures, Progress progress) {
        StableState state = StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), Outage.NONE);
        return switch (failures) {
            case NONE -> new Solved(plan, state, reports(state, Map.of()), FailureCoverage.NONE);
            case REPRESENTATIVE -> survey(state, FailureSurvey.Scope.REPRESENTATIVE, progress);
            case ALL -> survey(state, FailureSurvey.Scope.ALL, progress);
        };
    }

    private Solved survey(StableState state, FailureSurvey.Scope scope, Progress progress) {
        Map<DeviceName, WorstFailures> worst = collectors(scope);
        FailureSurvey.Coverage coverage = FailureSurvey.run(
                plan.fabric(),
                plan.config(),
                plan.endpoints(),
                scope,
                (failure, device, held) ->
                        Optional.ofNullable(worst.get(device)).ifPresent(each -> each.add(failure.text(), held)),
                (done, of) -> progress.done("single failures", done, of));
        return new Solved(
                plan, state, reports(state, worst), new FailureCoverage(coverage.computed(), coverage.total()));
    }

    /** One a switch; if only one of each kind of failure is computed, one for all switches that look alike. */
    private Map<DeviceName, WorstFailures> collectors(FailureSurvey.Scope scope) {
        Map<DeviceName, WorstFailures> collectors = new HashMap<>();
        Map<Object, WorstFailures> shared = new HashMap<>();
        Likeness likeness = Likeness.of(plan.fabric(), plan.endpoints());
        for (Switch each : plan.fabric().switches()) {
            Object key =
                    switch (scope) {
                        case ALL -> each.name();
                        case REPRESENTATIVE -> likeness.classOf(each.name());
                    };
            collectors.put(
                    each.name(), shared.computeIfAbsent(key, _ -> audit(each).failures()));
        }
        return collectors;
    }

    private List<AuditReport> reports(StableState state, Map<DeviceName, WorstFailures> worst) {
        List<AuditReport> reports = new ArrayList<>();
        for (Switch each : plan.fabric().switches()) {
            Optional<SwitchTables> tables = state.tables(each.name());
            if (tables.isPresent()) {
                TableAudit audit = audit(each);
                WorstFailures failures = worst.getOrDefault(each.name(), audit.failures());
                reports.add(audit.report(each.name(), each.role(), tables.get().counts(), failures));
            }
        }
        return reports;
    }

    private TableAudit audit(Switch device) {
        return audits.computeIfAbsent(
                device.profile(),
                ref -> TableAudit.of(devices.find(ref)
                        .orElseThrow(() -> new IllegalStateException("device " + ref + " is not in the catalogue"))));
    }
}
