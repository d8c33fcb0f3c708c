package io.heddle.scenarios.run;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Resource;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityCurve.Stop;
import io.heddle.scenarios.result.CapacityPoint;
import io.heddle.scenarios.scenario.CapacityQuestion;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.Growth;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.simulator.capacity.CapacitySearch;
import io.heddle.simulator.capacity.CapacitySearch.Probe;
import io.heddle.topology.design.Design;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.spec.PodSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds, plans, computes and audits a case at one size after another, at rest, until a table overflows. */
final class CapacityStudy {

    private final ScenarioCase given;
    private final CapacityQuestion question;
    private final Progress progress;
    private int built;

    /** What one size came to: its fullest table, or why it cannot be made. */
    private record Evidence(List<AuditReport> audits, List<String> refusals) {}

    private CapacityStudy(ScenarioCase given, CapacityQuestion question, Progress progress) {
        this.given = given;
        this.question = question;
        this.progress = progress;
    }

    static CapacityCurve study(ScenarioCase given, CapacityQuestion question, Progress progress) {
        return new CapacityStudy(given, question, progress).run();
    }

    private CapacityCurve run() {
        CapacitySearch.Outcome<Evidence> found = CapacitySearch.largest(question.from(), question.to(), this::probe);
        List<CapacityPoint> points = found.probes().values().stream()
                .map(each -> new CapacityPoint(
                        each.size(), each.fits(), Binding.of(each.evidence().audits())))
                .toList();
        int largest = found.largest().map(Probe::size).orElse(question.from() - 1);
        Stop stop = found.next().map(Probe::evidence).map(CapacityStudy::stop).orElse(new Stop.AsFarAsAsked());
        Optional<Binding> next =
                found.next().flatMap(each -> next(each.evidence().audits()));
        return new CapacityCurve(question, largest, points, stop, next);
    }

    private static Stop stop(Evidence evidence) {
        return Binding.of(evidence.audits())
                .<Stop>map(Stop.Overflow::new)
                .orElseGet(() -> new Stop.CannotBuild(evidence.refusals()));
    }

    private static Optional<Binding> next(List<AuditReport> audits) {
        Set<Resource> overflowing = EnumSet.noneOf(Resource.class);
        for (AuditReport report : audits) {
            report.with(Verdict.OVERFLOWS).stream().map(ResourceAudit::resource).forEach(overflowing::add);
        }
        return Binding.without(audits, overflowing);
    }

    private Probe<Evidence> probe(int size) {
        Outcome<List<AuditReport>> audits = Grown.to(given.fabric(), question.grows(), size)
                .then(spec -> FabricSource.fabric(spec, given.devices()))
                .then(fabric -> Planning.plan(given, fabric, design(), pods(size)))
                .then(plan -> Outcome.made(Solving.solve(plan, given.devices(), Failures.NONE, Progress.SILENT)
                        .audits()));
        progress.done("sizes", ++built, 0);
        return switch (audits) {
            case Outcome.Made<List<AuditReport>>(List<AuditReport> reports) ->
                new Probe<>(
                        size,
                        reports.stream().noneMatch(each -> each.verdict() == Verdict.OVERFLOWS),
                        new Evidence(reports, List.of()));
            case Outcome.Refused<List<AuditReport>>(List<Fault> faults) ->
                new Probe<>(
                        size,
                        false,
                        new Evidence(
                                List.of(), faults.stream().map(Fault::toString).toList()));
        };
    }

    private Design design() {
        return given.design().orElseThrow(() -> new IllegalStateException("capacity without design"));
    }

    private PodSpec pods(int size) {
        return question.grows() == Growth.PODS_PER_NODE
                ? new PodSpec(size, given.pods().listed())
                : given.pods();
    }
}
