package io.heddle.scenarios.result;

import io.heddle.scenarios.expect.Expectation;

/**
 * What became of an expectation.
 *
 * @param text the expectation in words
 * @param found what is, in the same words
 */
public record Judgement(Expectation expectation, String text, boolean holds, String found) {}
