package io.heddle.scenarios.judge;

import io.heddle.model.device.Resource;
import io.heddle.scenarios.expect.Expectation;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityCurve.Stop;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.TranslationWords;
import io.heddle.simulator.translation.Translation;
import io.heddle.topology.check.Finding;
import io.heddle.topology.loss.Impact;
import io.heddle.topology.loss.Verdict;
import java.util.List;
import java.util.Optional;

/** Judges expectations about the fabric as a whole. */
final class FabricJudge {

    private static final int NAMED = 3;

    private FabricJudge() {}

    static Found resilience(Expectation.Resilience expected, CaseResult result) {
        Verdict verdict = result.losses().verdict(expected.losing(), expected.management());
        if (verdict.examined() == 0) {
            return Found.missing("there is none to lose");
        }
        List<String> offenders = verdict.offenders().stream()
                .map(Impact::part)
                .map(Object::toString)
                .toList();
        boolean holds = verdict.resilient() == expected.survives()
                && expected.offender().filter(each -> !offenders.contains(each)).isEmpty()
                && expected.offenders().orElse(offenders.size()) == offenders.size();
        String text = verdict.resilient()
                ? "survives any one of " + Numbers.of(verdict.examined())
                : Numbers.of(offenders.size()) + " matter: " + some(offenders);
        return new Found(holds, text);
    }

    private static String some(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED - 1)) + " and " + Numbers.of(names.size() - NAMED + 1)
                        + " more";
    }

    static Found translated(Expectation.Translated expected, CaseResult result) {
        if (result.solved().isEmpty()) {
            return Found.missing("there is no design, so nobody has pods' addresses");
        }
        Translation translation = result.solved().get().translation();
        return new Found(translation.pairs() == expected.pairs(), TranslationWords.of(translation));
    }

    static Found structure(Expectation.Structure expected, CaseResult result) {
        List<Finding> matching = result.findings().stream()
                .filter(each -> each.rule() == expected.rule())
                .filter(each -> expected.severity().orElse(each.severity()) == each.severity())
                .filter(each -> expected.about()
                        .filter(about -> !each.subjects().contains(about))
                        .isEmpty())
                .toList();
        if (matching.isEmpty()) {
            return new Found(!expected.present(), "no such finding");
        }
        Finding first = matching.getFirst();
        return new Found(
                expected.present(), first.severity() + " about " + some(first.subjects()) + ": " + first.found());
    }

    static Found count(Expectation.Count expected, CaseResult result) {
        long count = FabricCount.of(expected.what(), result);
        return new Found(count == expected.count(), expected.what().count(count));
    }

    static Found capacity(Expectation.Capacity expected, CaseResult result) {
        if (result.capacity().isEmpty()) {
            return Found.missing("no capacity was searched: the scenario has no key 'capacity'");
        }
        CapacityCurve curve = result.capacity().get();
        Optional<Binding> table = curve.stop() instanceof Stop.Overflow(Binding overflowing)
                ? Optional.of(overflowing)
                : Optional.empty();
        Optional<Resource> stoppedBy = table.map(each -> each.audit().resource());
        Optional<Resource> next = curve.next().map(each -> each.audit().resource());
        boolean holds = curve.largest() == expected.largest()
                && (expected.stoppedBy().isEmpty() || expected.stoppedBy().equals(stoppedBy))
                && (expected.on().isEmpty()
                        || expected.on().equals(table.map(each -> each.report().role())))
                && (expected.next().isEmpty() || expected.next().equals(next));
        String why =
                switch (curve.stop()) {
                    case Stop.Overflow(Binding each) ->
                        ", stopped by " + each.audit().resource() + " on a "
                                + each.report().role();
                    case Stop.CannotBuild(List<String> reasons) -> ", then cannot be built: " + reasons.getFirst();
                    case Stop.AsFarAsAsked _ -> ", as far as asked";
                };
        return new Found(
                holds,
                "grows to " + Numbers.of(curve.largest()) + why
                        + next.map(each -> ", next " + each).orElse(""));
    }
}
