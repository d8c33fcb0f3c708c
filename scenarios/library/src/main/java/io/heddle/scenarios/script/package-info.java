/**
 * The {@code drills} of a scenario: what is to happen when, and what is claimed of it.
 *
 * <p>{@link io.heddle.scenarios.script.ScriptReader} reads them with the place of every event; {@link
 * io.heddle.scenarios.script.Casting} finds the parts they name in the plan and puts together the schedule for the simulation. An event that
 * names what is not there is refused with its place; one that cannot happen when it is due is refused by the simulation, and {@link
 * io.heddle.scenarios.script.Cast} knows which line that was.
 */
@NullMarked
package io.heddle.scenarios.script;

import org.jspecify.annotations.NullMarked;
