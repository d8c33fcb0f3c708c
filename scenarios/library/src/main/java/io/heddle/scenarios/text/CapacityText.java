package io.heddle.scenarios.text;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityCurve.Stop;
import io.heddle.scenarios.result.CapacityPoint;
import io.heddle.scenarios.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** How far a fabric grows, in words. */
final class CapacityText {

    private CapacityText() {}

    static List<Answer> lines(CapacityCurve curve) {
        List<Answer> lines = new ArrayList<>();
        String unit = curve.question().grows().toString().replace('-', ' ');
        lines.add(
                new Answer("Grows to", Numbers.of(curve.largest()) + " " + unit + ".  " + at(curve, curve.largest())));
        switch (curve.stop()) {
            case Stop.Overflow(Binding table) ->
                lines.add(new Answer("", "At " + Numbers.of(curve.largest() + 1L) + ": " + table(table)));
            case Stop.CannotBuild(List<String> reasons) -> {
                lines.add(new Answer("", "At " + Numbers.of(curve.largest() + 1L) + " it cannot be built:"));
                reasons.stream().limit(3).forEach(each -> lines.add(new Answer("", "- " + each)));
            }
            case Stop.AsFarAsAsked _ -> lines.add(new Answer("", "That is as far as was asked."));
        }
        curve.next().ifPresent(each -> lines.add(new Answer("", "Next, were that without limit: " + table(each))));
        return lines;
    }

    private static String at(CapacityCurve curve, int size) {
        return curve.points().stream()
                .filter(each -> each.size() == size)
                .findFirst()
                .flatMap(CapacityPoint::fullest)
                .map(each -> "Fullest there: " + table(each))
                .orElse("");
    }

    private static String table(Binding binding) {
        ResourceAudit audit = binding.audit();
        return audit.resource() + " on " + binding.report().device() + " "
                + UseText.of(audit.reading().atRest(), audit.limit()) + ", " + AnswersText.word(audit.verdict());
    }
}
