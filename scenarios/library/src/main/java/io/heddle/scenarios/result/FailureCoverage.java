package io.heddle.scenarios.result;

/**
 * Which single failures stand behind "the worst failure".
 *
 * @param computed failures whose stable state was computed; where it is fewer than {@code possible}, each stands for those that look alike
 * @param possible single switches, network cards and cables
 */
public record FailureCoverage(int computed, int possible) {

    /** None was computed. */
    public static final FailureCoverage NONE = new FailureCoverage(0, 0);
}
