package io.heddle.scenarios.result;

import io.heddle.scenarios.scenario.Failures;

/**
 * Which single failures stand behind "the worst failure".
 *
 * @param computed failures whose stable state was computed
 * @param possible all single switches and cables
 */
public record FailureCoverage(Failures asked, int computed, int possible) {}
