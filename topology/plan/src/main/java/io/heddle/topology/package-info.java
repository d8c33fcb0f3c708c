/** From {@code fabric.yaml} and a design to what every switch is told. */
@NullMarked
package io.heddle.topology;

import org.jspecify.annotations.NullMarked;
