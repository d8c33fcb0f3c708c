@NullMarked
package io.heddle.simulator.failure;

import org.jspecify.annotations.NullMarked;
