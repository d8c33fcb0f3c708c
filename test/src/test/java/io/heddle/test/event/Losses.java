package io.heddle.test.event;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.drill.PathWidth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A verdict without the classes it is told in: what every pair of nodes lost of each other, when and how much.
 *
 * @param histories how many pairs of pods have this history of interruptions
 * @param between the histories of pairs of pods from one node to another
 */
record Losses(
        long pods,
        long pairs,
        long gone,
        long atBeginning,
        long interrupted,
        PathWidth width,
        Map<String, Long> histories,
        Map<String, Set<String>> between) {

    static Losses of(DrillVerdict verdict) {
        Map<String, Long> histories = new TreeMap<>();
        Map<String, Set<String>> between = new TreeMap<>();
        for (PairOutage each : verdict.outages()) {
            String history = history(each.interruptions());
            histories.merge(history, each.pairs(), Long::sum);
            for (DeviceName from : each.senders()) {
                for (DeviceName to : each.receivers()) {
                    if (!from.equals(to)) {
                        between.computeIfAbsent(from + " to " + to, _ -> new TreeSet<>())
                                .add(history);
                    }
                }
            }
        }
        return new Losses(
                verdict.pods(),
                verdict.pairs(),
                verdict.podsGone(),
                verdict.atBeginning(),
                verdict.pairsInterrupted(),
                verdict.width(),
                histories,
                between);
    }

    private static String history(List<Interruption> interruptions) {
        StringBuilder text = new StringBuilder();
        for (Interruption each : interruptions) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d to %s, %.6f, %.6f; ",
                    each.from().nanos(),
                    each.until().map(until -> Long.toString(until.nanos())).orElse("the end"),
                    each.worstShare(),
                    each.lossSeconds()));
        }
        return text.toString();
    }
}
