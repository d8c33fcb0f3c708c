/**
 * What came out of a scenario: immutable records that reports of every kind (text, JSON, HTML) are written from.
 *
 * <p>{@link io.heddle.scenarios.result.ScenarioResult} holds one {@link io.heddle.scenarios.result.CaseResult} a case: the fabric, what
 * was planned and computed on it ({@link io.heddle.scenarios.result.Solved}; absent where the scenario asks about cables alone), what
 * is wrong with its structure, who loses what when a part is lost, how far it can grow, and what became of each expectation.
 */
@NullMarked
package io.heddle.scenarios.result;

import org.jspecify.annotations.NullMarked;
