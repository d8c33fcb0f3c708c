/** The stable state of a fabric, and what its failures change. */
@NullMarked
package io.heddle.simulator;

import org.jspecify.annotations.NullMarked;
