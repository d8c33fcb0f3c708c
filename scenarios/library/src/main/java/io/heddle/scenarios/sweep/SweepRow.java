package io.heddle.scenarios.sweep;

import io.heddle.model.audit.Verdict;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.wording.Words;
import io.heddle.topology.fault.Fault;
import java.util.List;

/**
 * What one point of a sweep came to.
 *
 * @param settings of the point, {@code path=value}
 * @param outcome {@code fits}, {@code near}, {@code overflows} or {@code unknown} for the tables, {@code cabling} without a design, {@code refused}
 *     where the fabric cannot be built
 * @param fullest the fullest table and its switch; nothing where no table with a known limit is used
 * @param share how full it is over rest and the failures computed, 1 being exactly full
 * @param expectations that hold, and how many there are
 * @param why it was refused; nothing otherwise
 */
public record SweepRow(
        List<String> settings,
        String outcome,
        long switches,
        long nodes,
        long pods,
        String fullest,
        double share,
        long holding,
        long expectations,
        String why) {

    public SweepRow {
        settings = List.copyOf(settings);
    }

    static SweepRow of(List<String> settings, CaseResult result) {
        var binding = Binding.of(result.audits());
        Verdict worst = result.audits().stream().map(each -> each.verdict()).reduce(Verdict.FITS, Verdict::worse);
        return new SweepRow(
                settings,
                result.solved().isEmpty() ? "cabling" : Words.of(worst),
                result.fabric().switches().size(),
                result.fabric().nodes().size(),
                result.solved().map(each -> each.plan().endpoints().size()).orElse(0L),
                binding.map(each ->
                                each.audit().resource() + " on " + each.report().device())
                        .orElse(""),
                binding.map(each -> each.audit().peakShare()).orElse(0.0),
                result.judgements().stream().filter(each -> each.holds()).count(),
                result.judgements().size(),
                "");
    }

    static SweepRow refused(List<String> settings, List<Fault> faults) {
        return refused(settings, faults.getFirst().toString());
    }

    static SweepRow refused(List<String> settings, String why) {
        return new SweepRow(settings, "refused", 0, 0, 0, "", 0, 0, 0, why);
    }
}
