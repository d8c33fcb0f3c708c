/**
 * What a scenario claims, as data: a closed set of {@link io.heddle.scenarios.expect.Expectation expectations}, each about one thing
 * that is computed anyway. {@code io.heddle.scenarios.judge} holds them against a result. Their file format is in
 * {@code docs/scenario-format.md}.
 *
 * <p>Not supported: ranges and arithmetic. An expectation names one value, so that a test can show that it fails on another.
 */
@NullMarked
package io.heddle.scenarios.expect;

import org.jspecify.annotations.NullMarked;
