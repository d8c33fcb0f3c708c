package io.heddle.scenarios.sweep;

import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CaseResult;
import java.util.List;
import java.util.Optional;

/**
 * What one point of a sweep came to.
 *
 * @param settings of the point, {@code path=value}
 * @param fullest the fullest table and its switch; nothing where no table with a known limit is used
 * @param share how full it is over rest and the failures computed, 1 being exactly full
 * @param holding expectations that hold, of {@code expectations}
 * @param why it was refused; nothing otherwise
 */
public record SweepRow(
        List<String> settings,
        PointVerdict verdict,
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
        Optional<Binding> binding = Binding.of(result.audits());
        return new SweepRow(
                settings,
                PointVerdict.of(result),
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

    static SweepRow refused(List<String> settings, String why) {
        return new SweepRow(settings, PointVerdict.REFUSED, 0, 0, 0, "", 0, 0, 0, why);
    }

    /** The path of a setting. */
    public String path(int axis) {
        String setting = settings.get(axis);
        return setting.substring(0, setting.indexOf('='));
    }

    /** The value of a setting. */
    public String value(int axis) {
        String setting = settings.get(axis);
        return setting.substring(setting.indexOf('=') + 1);
    }
}
