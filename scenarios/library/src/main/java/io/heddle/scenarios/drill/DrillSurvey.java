package io.heddle.scenarios.drill;

import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.drill.TranslationVerdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What many drills came to.
 *
 * @param results the worst first
 * @param possible how many drills of the sort there are; those not run are like one that was, or were not drawn
 */
public record DrillSurvey(List<DrillResult> results, long possible) {

    public DrillSurvey {
        results = results.stream().sorted(DrillResult.WORST_FIRST).toList();
    }

    /** How many drills the results stand for. */
    public long stoodFor() {
        return results.stream().mapToLong(each -> each.drill().like()).sum();
    }

    /** The results by kind, the worst first in each; kinds by their worst. */
    public Map<String, List<DrillResult>> byKind() {
        Map<String, List<DrillResult>> kinds = new LinkedHashMap<>();
        for (DrillResult each : results) {
            List<DrillResult> before = kinds.getOrDefault(each.drill().kind(), List.of());
            kinds.put(
                    each.drill().kind(),
                    Stream.concat(before.stream(), Stream.of(each)).toList());
        }
        return kinds;
    }

    /** Whether nobody who lives loses anybody for good. */
    public boolean survives() {
        return results.stream().allMatch(DrillResult::survives);
    }

    /** Of the drill in which most pairs of pods were translated. */
    public Optional<TranslationVerdict> translation() {
        return results.stream()
                .map(each -> each.verdict().translation())
                .max(Comparator.comparingLong(TranslationVerdict::pairs));
    }

    /** Drills whose end is not the stable state. */
    public List<DrillResult> disagreeing() {
        return results.stream()
                .filter(each -> each.end() instanceof EndCheck.Differs)
                .toList();
    }
}
