@NullMarked
package io.heddle.simulator.stable;

import org.jspecify.annotations.NullMarked;
