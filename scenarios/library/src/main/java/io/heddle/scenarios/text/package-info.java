/**
 * Results as text for a terminal: {@link io.heddle.scenarios.text.ScenarioText}. What a person wants comes first (does it hold, which
 * table is the fullest and why, what breaks), details after. Lines are at most 110 wide where names allow.
 */
@NullMarked
package io.heddle.scenarios.text;

import org.jspecify.annotations.NullMarked;
