/**
 * How long packets are really lost when something breaks in a lab of real FRR, beside what the event-driven simulation says.
 *
 * <p>{@link io.heddle.test.outage.Prober} sends a packet every 2.5 ms on many flows between pods and notes which arrive;
 * {@link io.heddle.test.outage.Drills} names what is broken, {@link io.heddle.test.outage.RealDrill} breaks it in a lab and in the
 * simulation; {@link io.heddle.test.outage.OutageBench} does so many times in a lab and writes the outages down. The file
 * {@code outages.csv} has those of one day; {@link io.heddle.test.outage.OutageFigures} sets today's predictions beside them, and
 * {@link io.heddle.test.outage.OutageFidelityTest} judges.
 *
 * <p>{@link io.heddle.test.outage.LiveOutageIT} does two drills on a lab of its own. A run that the machine disturbed is told by pulses
 * ({@link io.heddle.test.outage.Pulse}, {@link io.heddle.test.outage.WorkerPulse}), who know nothing of its packets.
 *
 * <p>Not measured: cables that fail in one direction.
 */
@NullMarked
package io.heddle.test.outage;

import org.jspecify.annotations.NullMarked;
