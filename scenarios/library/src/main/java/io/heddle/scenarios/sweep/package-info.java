/**
 * One scenario at many settings: a grid of values, or a sample of it, each point run once.
 *
 * <p>{@link io.heddle.scenarios.sweep.Grid} makes the points, {@link io.heddle.scenarios.sweep.SweepRunner} runs those that have no row yet on all
 * processors and hands every row on as soon as it is there, so that a sweep can be killed and taken up again.
 */
@NullMarked
package io.heddle.scenarios.sweep;

import org.jspecify.annotations.NullMarked;
