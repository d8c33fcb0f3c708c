@NullMarked
package io.heddle.simulator.drill;

import org.jspecify.annotations.NullMarked;
