@NullMarked
package io.heddle.simulator.timeline;

import org.jspecify.annotations.NullMarked;
