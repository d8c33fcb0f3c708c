package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.SimTime;
import java.util.List;

/**
 * Pods that lost others, one way.
 *
 * @param senders nodes of those that sent
 * @param receivers nodes of those that were to receive
 * @param example a pair of them: the node, and the address it sent to
 * @param pairs pairs of pods in this class
 * @param interruptions in the order of time, at least one
 */
public record PairOutage(
        List<DeviceName> senders,
        List<DeviceName> receivers,
        String example,
        long pairs,
        List<Interruption> interruptions) {

    public PairOutage {
        senders = List.copyOf(senders);
        receivers = List.copyOf(receivers);
        interruptions = List.copyOf(interruptions);
    }

    /** The first by name, and how many more there are: {@code cloud-1 and 6 like it}. */
    public String from() {
        return text(senders);
    }

    public String to() {
        return text(receivers);
    }

    private static String text(List<DeviceName> nodes) {
        return nodes.getFirst() + (nodes.size() == 1 ? "" : " and " + (nodes.size() - 1) + " like it");
    }

    public boolean sendersInclude(DeviceName node) {
        return senders.contains(node);
    }

    public boolean receiversInclude(DeviceName node) {
        return receivers.contains(node);
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
