/** The one place of the log that reads the clock. */
@NullMarked
package io.heddle.controller.log.clock;

import org.jspecify.annotations.NullMarked;
