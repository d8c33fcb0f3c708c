/**
 * Small fabrics for tests: {@link io.heddle.test.fabrics.Sketch} writes one down by hand in a few lines,
 * {@link io.heddle.test.fabrics.RandomFabrics} makes one from a seed in ways no planner would,
 * {@link io.heddle.test.fabrics.PlannedFabrics} one as the planner does, {@link io.heddle.test.fabrics.PlannedFile} plans a scenario
 * file; {@link io.heddle.test.fabrics.BigFabric} is not small. The others
 * give a {@link io.heddle.test.fabrics.FabricCase}, what a solver of the stable state takes.
 */
@NullMarked
package io.heddle.test.fabrics;

import org.jspecify.annotations.NullMarked;
