package io.heddle.scenarios.result;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.check.Finding;
import io.heddle.topology.loss.LossReport;
import java.util.List;
import java.util.Optional;

/**
 * What came out of one case.
 *
 * @param fabric as it was built; with a design, that of the plan, whose networks may be cut rack by rack
 * @param solved absent if the case has no design
 * @param findings structural ones and single points of failure, worst first
 * @param losses of every single switch, card, port and cable
 * @param capacity present if it was asked for
 * @param judgements one an expectation, in their order
 */
public record CaseResult(
        ScenarioCase given,
        Fabric fabric,
        Optional<Solved> solved,
        List<Finding> findings,
        LossReport losses,
        Optional<CapacityCurve> capacity,
        List<Judgement> judgements) {

    public CaseResult {
        findings = List.copyOf(findings);
        judgements = List.copyOf(judgements);
    }

    public boolean holds() {
        return judgements.stream().allMatch(Judgement::holds);
    }

    /** One a switch, in the fabric's order; none without design. */
    public List<AuditReport> audits() {
        return solved.map(Solved::audits).orElse(List.of());
    }

    public CaseResult withJudgements(List<Judgement> others) {
        return new CaseResult(given, fabric, solved, findings, losses, capacity, others);
    }
}
