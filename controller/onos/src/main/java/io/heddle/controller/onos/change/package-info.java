/**
 * From what a switch holds to what it is to hold: {@link io.heddle.controller.onos.change.ProgramDifference} orders the fewest
 * {@link io.heddle.controller.onos.change.Change}s, make before break. No I/O.
 */
@NullMarked
package io.heddle.controller.onos.change;

import org.jspecify.annotations.NullMarked;
