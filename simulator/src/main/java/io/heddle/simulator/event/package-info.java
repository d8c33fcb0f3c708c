/**
 * A fabric on virtual time: every router runs the speaker of {@link io.heddle.bgp.speaker} unchanged and exchanges encoded bytes; what
 * each switch holds is written down as it changes.
 *
 * <p>Data flows: incidents → what is broken ({@link io.heddle.simulator.event.Plant}) → who notices it when ({@link
 * io.heddle.simulator.event.Knowledge}) → what a device knows without routing ({@link io.heddle.simulator.stable.Premises}) → its speaker
 * and its EVPN engine → the tables it wants ({@link io.heddle.simulator.event.Device}) → its hardware, entry by entry ({@link
 * io.heddle.simulator.event.Hardware}) → the {@link io.heddle.simulator.timeline.Timeline}.
 *
 * <p>Controllers, where some take part, are {@link io.heddle.controller.core.Controller} unchanged ({@link
 * io.heddle.simulator.event.ControlPlane}).
 *
 * <p>This package has no session machine, no decision and no policy of its own. Same input and seed, same trace. What is modelled, with
 * which constants, and what is not: {@code docs/simulation.md}.
 */
@NullMarked
package io.heddle.simulator.event;

import org.jspecify.annotations.NullMarked;
