package io.heddle.test.outage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Real outages of a drill beside predicted ones.
 *
 * @param real nanoseconds, in order of length
 * @param disturbed how many more there were that do not count, see {@link Drills.Timed#tolerance}
 * @param predicted the same, a value a seed
 */
record Verdict(String drill, long[] real, int disturbed, long[] predicted) {

    private static final long MILLI = 1_000_000;

    /** A spread below is taken for this: what a machine does besides comes and goes. */
    private static final long FLOOR = 20 * MILLI;

    /**
     * One more value falls into the middle 59 of 61 parts that predicted ones divide all times into: between the shortest and the longest
     * of 60, and with more seeds between the same shares of them. The extremes of more would be wider with every seed, and those of 60 are
     * themselves a matter of chance: of a simulation that is as reality they would be too wide for a drill of four timers once in four.
     */
    private static final int PARTS = 61;

    /** An outage is told by the packets before and after it, so it is known to a round more or less. */
    private static final long ROUND = Prober.ROUND.toNanos();

    static Verdict of(String name, Drills.Timed drill, List<Recorded.Run> runs, long[] predicted) {
        long[] counted = runs.stream()
                .filter(each -> each.heldUp() <= drill.tolerance().toNanos())
                .mapToLong(Recorded.Run::outage)
                .sorted()
                .toArray();
        return new Verdict(name, counted, runs.size() - counted.length, predicted);
    }

    /** How many values at either end are left out. */
    private int edge() {
        return Math.max(1, (predicted.length + 1) / PARTS) - 1;
    }

    /** The shortest that is predicted, as a prober would measure it. */
    long from() {
        return Math.max(0, predicted[edge()] - ROUND);
    }

    long to() {
        long longest = predicted[predicted.length - 1 - edge()];
        return longest == 0 ? 0 : longest + ROUND;
    }

    long inside() {
        return Arrays.stream(real)
                .filter(each -> each >= from() && each <= to())
                .count();
    }

    long spread() {
        return real[real.length - 1] - real[0];
    }

    /** How wide the prediction may be: half as much again as what really happened. */
    boolean isNarrow() {
        return to() - from() <= Math.max(FLOOR, spread()) * 3 / 2;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-24s %2d of %2d inside, %d disturbed, real %s, predicted %s, width %.0f of spread %.0f ms",
                drill,
                inside(),
                real.length,
                disturbed,
                spread(real[0], real[real.length / 2], real[real.length - 1]),
                spread(from(), predicted[predicted.length / 2], to()),
                (to() - from()) / (double) MILLI,
                spread() / (double) MILLI);
    }

    private static String spread(long min, long median, long max) {
        return String.format(
                Locale.ROOT, "%.0f..%.0f..%.0f", min / (double) MILLI, median / (double) MILLI, max / (double) MILLI);
    }
}
