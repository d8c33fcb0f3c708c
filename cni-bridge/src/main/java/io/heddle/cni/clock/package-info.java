/** The one place of this room that reads the clock. */
@NullMarked
package io.heddle.cni.clock;

import org.jspecify.annotations.NullMarked;
