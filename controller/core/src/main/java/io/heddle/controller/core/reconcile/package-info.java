/**
 * Desired against actual: what a switch was told and does not hold is told again, with growing pauses. Time is a number that the caller gives.
 *
 * <pre>
 *   keys that are wanted and not held, now ─ Mending ─► keys to take back, keys to tell again, keys that hold again
 * </pre>
 *
 * <p>A switch that has lost a route it was told does not take it from being told the same once more: to BGP nothing has changed. So a route that
 * is missing is taken back first and told again at the next look, which costs nothing, since traffic did not go that way.
 */
@NullMarked
package io.heddle.controller.core.reconcile;

import org.jspecify.annotations.NullMarked;
