package io.heddle.scenarios.html;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.audit.WorstFailures;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.run.Progress;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Results to make pages of. */
final class Samples {

    private Samples() {}

    static ScenarioResult run(Scenario scenario) {
        return new ScenarioResult(
                scenario,
                scenario.cases().stream()
                        .map(each -> Runner.run(each, Progress.SILENT).orThrow())
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

    /** The same with a capacity search, and with failures that hurt. */
    static ScenarioResult inFull(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("capacity={grows: racks, to: 8}");
        ScenarioResult result = run(tooManyPods(all.toArray(String[]::new)));
        CaseResult only = result.cases().getFirst();
        return new ScenarioResult(
                result.scenario(),
                List.of(new CaseResult(
                        only.given(),
                        only.fabric(),
                        only.solved().map(Samples::withFailures),
                        only.findings(),
                        only.losses(),
                        only.capacity(),
                        only.judgements())));
    }

    /** In this design no single failure adds a route, so one is made up that doubles everything. */
    private static Solved withFailures(Solved solved) {
        List<AuditReport> reports = new ArrayList<>();
        for (AuditReport each : solved.audits()) {
            TableAudit audit = TableAudit.of(each.profile());
            TableCounts rest =
                    solved.state().tables(each.device()).orElseThrow().counts();
            WorstFailures failures = audit.failures();
            failures.add("loss of spine-2", twice(rest));
            reports.add(audit.report(each.device(), each.role(), rest, failures));
        }
        return new Solved(solved.plan(), solved.state(), reports, solved.failures());
    }

    private static TableCounts twice(TableCounts counts) {
        long[] all = new long[EntryKind.values().length];
        for (EntryKind each : EntryKind.values()) {
            all[each.ordinal()] = counts.of(each) * 2;
        }
        return TableCounts.of(all);
    }
}
