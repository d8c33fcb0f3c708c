/**
 * What happened to a fabric, and when: the contract between the simulation that makes it and the drills that judge it.
 *
 * <p>A {@link io.heddle.simulator.timeline.Schedule} says what is to happen ({@link io.heddle.simulator.timeline.Incident}, a small closed set;
 * what people write in a scenario is put together from it). The simulation answers with a {@link
 * io.heddle.simulator.timeline.Timeline}: how the fabric stood at the beginning and every {@link io.heddle.simulator.timeline.Change} since,
 * in the order of time, each with its {@link io.heddle.simulator.timeline.Cause}. {@link io.heddle.simulator.timeline.Replay} plays it, so
 * that tables at any time can be looked at.
 *
 * <p>A part that is broken and a port that is not used are two things: a silent failure is a broken cable whose ports are still used,
 * and a bond member that LACP has not taken back is a whole cable whose port is not used.
 */
@NullMarked
package io.heddle.simulator.timeline;

import org.jspecify.annotations.NullMarked;
