/**
 * Drills of a scenario: which are run, on the plan that the scenario describes, and what they come to.
 *
 * <p>{@link io.heddle.scenarios.drill.DrillRunner} simulates each drill event by event, has {@code io.heddle.simulator.drill} judge it and
 * compares its end with the stable state. {@link io.heddle.scenarios.drill.DrillSurvey} ranks what came out by harm.
 */
@NullMarked
package io.heddle.scenarios.drill;

import org.jspecify.annotations.NullMarked;
