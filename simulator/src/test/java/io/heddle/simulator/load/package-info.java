@NullMarked
package io.heddle.simulator.load;

import org.jspecify.annotations.NullMarked;
