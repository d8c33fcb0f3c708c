/**
 * Holds expectations against a result: {@link io.heddle.scenarios.judge.Judge}. Each kind has a sentence that says what is expected and
 * one, built alike, that says what was found.
 */
@NullMarked
package io.heddle.scenarios.judge;

import org.jspecify.annotations.NullMarked;
