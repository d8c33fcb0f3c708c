/**
 * What the controller decides: events go in, effects come out. No thread, socket or clock; the daemon and the simulator drive it alike.
 */
@NullMarked
package io.heddle.controller.core;

import org.jspecify.annotations.NullMarked;
