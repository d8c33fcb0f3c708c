package io.heddle.scenarios.run;

import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.judge.Judge;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.check.Finding;
import io.heddle.topology.check.StructuralChecks;
import io.heddle.topology.design.Underlay;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.loss.LossReport;
import io.heddle.topology.loss.LossStudy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs one case of a scenario. Deterministic. */
public final class Runner {

    private final ScenarioCase given;
    private final Progress progress;

    private Runner(ScenarioCase given, Progress progress) {
        this.given = given;
        this.progress = progress;
    }

    /** The same without a word in between. */
    public static Outcome<CaseResult> run(ScenarioCase given) {
        return run(given, Progress.SILENT);
    }

    /** The result with every expectation judged, or why there is none. */
    public static Outcome<CaseResult> run(ScenarioCase given, Progress progress) {
        return new Runner(given, progress).run();
    }

    private Outcome<CaseResult> run() {
        return FabricSource.fabric(given.fabric(), given.devices()).then(fabric -> {
            if (given.design().isEmpty()) {
                return Outcome.made(result(fabric, fabric, Optional.empty()));
            }
            return Planning.plan(given, fabric, given.design().get()).then(plan -> {
                Solved solved = Solving.solve(plan, given.devices(), given.failures(), progress);
                return Outcome.made(result(fabric, plan.fabric(), Optional.of(solved)));
            });
        });
    }

    /**
     * Structure is judged as described, not as planned: networks cut rack by rack would tell one thing once a rack.
     */
    private CaseResult result(Fabric described, Fabric planned, Optional<Solved> solved) {
        LossReport losses = LossStudy.study(described);
        Optional<CapacityCurve> capacity =
                given.capacity().map(question -> CapacityStudy.study(given, question, progress));
        CaseResult unjudged =
                new CaseResult(given, planned, solved, findings(described, losses), losses, capacity, List.of());
        return unjudged.withJudgements(Judge.judge(unjudged));
    }

    private List<Finding> findings(Fabric fabric, LossReport losses) {
        List<Finding> findings = new ArrayList<>(StructuralChecks.check(fabric, given.devices()::find));
        if (given.design().filter(each -> each.underlay() == Underlay.BRIDGED).isPresent()) {
            findings.addAll(StructuralChecks.flatLayer2(fabric));
        }
        findings.addAll(StructuralChecks.singlePointsOfFailure(losses));
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::rule));
        return findings;
    }
}
