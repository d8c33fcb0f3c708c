/** The one place where the lab reads the clock: daemons take their time, and whoever waits for them must give up some day. */
@NullMarked
package io.heddle.lab.clock;

import org.jspecify.annotations.NullMarked;
