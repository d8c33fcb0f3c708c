/**
 * How long packets are really lost when something breaks in a lab of real FRR, beside what the event-driven simulation says.
 *
 * <p>{@link io.heddle.test.outage.Prober} sends a packet a millisecond on many flows between pods and notes which arrive;
 * {@link io.heddle.test.outage.RealDrill} breaks something; {@link io.heddle.test.outage.OutageBench} does both many times and sets the
 * outages beside the predicted ones.
 */
@NullMarked
package io.heddle.test.outage;

import org.jspecify.annotations.NullMarked;
