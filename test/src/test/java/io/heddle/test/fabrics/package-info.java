/**
 * Small fabrics for tests: {@link io.heddle.test.fabrics.Sketch} writes one down by hand in a few lines,
 * {@link io.heddle.test.fabrics.RandomFabrics} makes one from a seed. Both give a {@link io.heddle.test.fabrics.FabricCase}, what a
 * solver of the stable state takes. Nothing here goes through the planner, so that configurations no design makes are tried too.
 */
@NullMarked
package io.heddle.test.fabrics;

import org.jspecify.annotations.NullMarked;
