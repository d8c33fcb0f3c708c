package io.heddle.topology.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The loss of every single part.
 *
 * @param impacts those that cost connectivity or bandwidth, by kind and then in the fabric's order
 * @param examined how many parts of each kind were taken away
 * @param outOfBand whether there are management networks to judge
 */
public record LossReport(List<Impact> impacts, Map<Reading, Integer> examined, boolean outOfBand) {

    public LossReport {
        impacts = List.copyOf(impacts);
        examined = Map.copyOf(examined);
    }

    /** Traffic first, then management where there is any; within each by kind of part. */
    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>(verdicts(false));
        if (outOfBand) {
            verdicts.addAll(verdicts(true));
        }
        return verdicts;
    }

    public Verdict verdict(Reading reading, boolean outOfBand) {
        return verdicts(outOfBand).get(reading.ordinal());
    }

    private List<Verdict> verdicts(boolean outOfBand) {
        Map<Reading, List<Impact>> offenders = new EnumMap<>(Reading.class);
        for (Impact impact : impacts) {
            if (!impact.losses(outOfBand).isEmpty()) {
                offenders
                        .computeIfAbsent(impact.part().reading(), each -> new ArrayList<>())
                        .add(impact);
            }
        }
        return Arrays.stream(Reading.values())
                .map(each -> new Verdict(
                        each, outOfBand, examined.getOrDefault(each, 0), offenders.getOrDefault(each, List.of())))
                .toList();
    }
}
