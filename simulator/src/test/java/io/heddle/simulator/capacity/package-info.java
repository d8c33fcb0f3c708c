@NullMarked
package io.heddle.simulator.capacity;

import org.jspecify.annotations.NullMarked;
