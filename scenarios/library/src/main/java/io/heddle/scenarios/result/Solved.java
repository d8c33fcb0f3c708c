package io.heddle.scenarios.result;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.translation.Translation;
import io.heddle.simulator.translation.TranslationStudy;
import io.heddle.topology.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A fabric under a design: what every router is told, what every switch holds, and whether it can.
 *
 * @param state at rest
 * @param audits one a switch, in the fabric's order, at rest and in the failures computed
 */
public record Solved(Plan plan, StableState state, List<AuditReport> audits, FailureCoverage failures) {

    public Solved {
        audits = List.copyOf(audits);
    }

    /** Whether pods reach pods without translation, with the pods of the plan. */
    public Translation translation() {
        return new TranslationStudy(plan.config()).of(plan.endpoints(), Outage.NONE);
    }

    public Optional<AuditReport> audit(DeviceName device) {
        return audits.stream().filter(each -> each.device().equals(device)).findFirst();
    }
}
