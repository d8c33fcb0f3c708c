package io.heddle.simulator.capacity;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Finds the largest size that fits, by building sizes: doubling until one does not fit, then halving the gap. Both n and n + 1 are built, so the
 * answer rests on two computed fabrics. It assumes that what does not fit does not fit when larger; sizes built in between
 * would betray the contrary and are all reported.
 */
public final class CapacitySearch {

    /**
     * What building one size showed.
     *
     * @param size what was built
     * @param fits whether it fits
     * @param evidence why
     */
    public record Probe<T>(int size, boolean fits, T evidence) {}

    /**
     * The outcome.
     *
     * @param largest the largest size that fits; empty if the smallest asked for does not
     * @param next one more, which does not fit; empty if the limit of the search was reached
     * @param probes everything that was built, by size
     */
    public record Outcome<T>(Optional<Probe<T>> largest, Optional<Probe<T>> next, TreeMap<Integer, Probe<T>> probes) {

        /** Whether a size fits although a smaller one does not: then "largest" means little. */
        public boolean isMonotone() {
            boolean seenMisfit = false;
            for (Probe<T> each : probes.values()) {
                if (each.fits() && seenMisfit) {
                    return false;
                }
                seenMisfit |= !each.fits();
            }
            return true;
        }
    }

    private CapacitySearch() {}

    /**
     * Searches sizes from {@code smallest} to {@code limit}, both included; O(log answer) sizes are built.
     *
     * @param build builds, computes and judges one size
     */
    public static <T> Outcome<T> largest(int smallest, int limit, IntFunction<Probe<T>> build) {
        if (smallest < 1 || limit < smallest) {
            throw new IllegalArgumentException(
                    "capacity search from " + smallest + " to " + limit + " has nothing to search");
        }
        TreeMap<Integer, Probe<T>> probes = new TreeMap<>();
        int fits = smallest - 1;
        int misfit = limit + 1;
        int size = smallest;
        while (fits + 1 < misfit) {
            Probe<T> probe = build.apply(size);
            probes.put(size, probe);
            if (probe.fits()) {
                fits = size;
            } else {
                misfit = size;
            }
            boolean growing = misfit > limit;
            size = growing ? (int) Math.min(limit, 2L * fits) : fits + (misfit - fits) / 2;
            size = Math.max(size, fits + 1);
        }
        return new Outcome<>(Optional.ofNullable(probes.get(fits)), Optional.ofNullable(probes.get(misfit)), probes);
    }
}
