package io.heddle.scenarios.html;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.audit.WorstFailures;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityCurve.Stop;
import io.heddle.scenarios.result.CapacityPoint;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.FailureCoverage;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.CapacityQuestion;
import io.heddle.scenarios.scenario.Growth;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.simulator.failure.FailureSurvey;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Results to make pages of. */
final class Samples {

    private Samples() {}

    static ScenarioResult run(Scenario scenario) {
        return new ScenarioResult(
                scenario,
                scenario.cases().stream()
                        .map(each -> Runner.run(each).orThrow())
                        .toList());
    }

    static ScenarioResult ofLibrary(String name) {
        Problems problems = new Problems();
        return run(Library.find(name, List.of(), problems).orElseThrow(() -> new AssertionError(problems)));
    }

    /** A scenario that fails, with settings. */
    static Scenario tooManyPods(String... settings) {
        try (InputStream in = Samples.class.getResourceAsStream("too-many-pods.yaml")) {
            Problems problems = new Problems();
            return ScenarioReader.read(
                            "too-many-pods.yaml",
                            Objects.requireNonNull(in).readAllBytes(),
                            SourceFiles.none(),
                            List.of(settings).stream().map(Setting::parse).toList(),
                            problems)
                    .orElseThrow(() -> new AssertionError(problems));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with single failures and a capacity search. */
    static ScenarioResult inFull(String... settings) {
        Scenario scenario = tooManyPods(settings);
        CaseResult result = Runner.run(scenario.cases().getFirst()).orThrow();
        return new ScenarioResult(
                scenario, List.of(with(withFailures(result.solved().orElseThrow()), result)));
    }

    private static CaseResult with(Solved solved, CaseResult result) {
        return new CaseResult(
                result.given(),
                result.fabric(),
                Optional.of(solved),
                result.findings(),
                result.losses(),
                Optional.of(capacity()),
                result.judgements());
    }

    private static Solved withFailures(Solved solved) {
        Map<DeviceName, TableAudit> audits = new HashMap<>();
        Map<DeviceName, WorstFailures> worst = new HashMap<>();
        for (AuditReport each : solved.audits()) {
            TableAudit audit = TableAudit.of(each.profile());
            audits.put(each.device(), audit);
            worst.put(each.device(), audit.failures());
        }
        FailureSurvey.Coverage coverage = FailureSurvey.run(
                solved.plan().fabric(),
                solved.plan().config(),
                solved.plan().endpoints(),
                FailureSurvey.Scope.ALL,
                // Twice as many: in this design no single failure adds a route.
                (failure, device, held) ->
                        Objects.requireNonNull(worst.get(device)).add(failure.text(), twice(held)),
                (done, of) -> {});
        List<AuditReport> reports = new ArrayList<>();
        for (AuditReport each : solved.audits()) {
            TableCounts rest =
                    solved.state().tables(each.device()).orElseThrow().counts();
            reports.add(Objects.requireNonNull(audits.get(each.device()))
                    .report(each.device(), each.role(), rest, Objects.requireNonNull(worst.get(each.device()))));
        }
        return new Solved(
                solved.plan(), solved.state(), reports, new FailureCoverage(coverage.computed(), coverage.total()));
    }

    private static TableCounts twice(TableCounts counts) {
        long[] all = new long[EntryKind.values().length];
        for (EntryKind each : EntryKind.values()) {
            all[each.ordinal()] = counts.of(each) * 2;
        }
        return TableCounts.of(all);
    }

    private static CapacityCurve capacity() {
        List<CapacityPoint> points = new ArrayList<>();
        for (int racks : new int[] {1, 2, 4, 5, 8}) {
            Scenario scenario = tooManyPods("fabric.generate.racks=" + racks);
            List<AuditReport> reports =
                    Runner.run(scenario.cases().getFirst()).orThrow().audits();
            points.add(new CapacityPoint(racks, racks <= 4, Binding.of(reports)));
        }
        Binding stop = points.get(3).fullest().orElseThrow();
        List<AuditReport> at = Runner.run(
                        tooManyPods("fabric.generate.racks=5").cases().getFirst())
                .orThrow()
                .audits();
        return new CapacityCurve(
                new CapacityQuestion(Growth.RACKS, 1, 100),
                4,
                points,
                new Stop.Overflow(stop),
                Binding.without(at, Set.of(stop.audit().resource())));
    }
}
