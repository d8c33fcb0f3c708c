/** How far something can grow until it no longer fits: a search that builds and judges real fabrics, never extrapolates. */
@NullMarked
package io.heddle.simulator.capacity;

import org.jspecify.annotations.NullMarked;
