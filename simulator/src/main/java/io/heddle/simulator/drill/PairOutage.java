package io.heddle.simulator.drill;

import io.heddle.simulator.timeline.SimTime;
import java.util.List;

/**
 * Pods that lost others, one way.
 *
 * @param from nodes of those that sent, such as {@code cloud-1 and 6 like it}
 * @param to nodes of those that were to receive
 * @param example a pair of them: the node, and the address it sent to
 * @param pairs pairs of pods in this class
 * @param interruptions in the order of time, at least one
 */
public record PairOutage(String from, String to, String example, long pairs, List<Interruption> interruptions) {

    public PairOutage {
        interruptions = List.copyOf(interruptions);
    }

    public boolean lostAtEnd() {
        return interruptions.getLast().until().isEmpty();
    }

    /** The sum of all interruptions, up to the end of the drill. */
    public SimTime total(SimTime end) {
        return interruptions.stream().map(each -> each.length(end)).reduce(SimTime.ZERO, SimTime::plus);
    }

    public SimTime longest(SimTime end) {
        return interruptions.stream()
                .map(each -> each.length(end))
                .max(SimTime::compareTo)
                .orElseThrow();
    }

    /** What all pairs of the class lost together: flows weighted by their share, in pair-seconds. */
    public double pairSeconds() {
        return pairs
                * interruptions.stream().mapToDouble(Interruption::lossSeconds).sum();
    }
}
