/**
 * Races BGP daemons: {@code test/bench-bgp}. One process plays every sender and receiver; the daemon between them is a passive route reflector (or
 * route server) in the same network namespace. {@code docs/benchmarks.md} says what is measured and has the figures.
 *
 * <p>Flow: {@link io.heddle.test.bench.bgp.Load} (what is sent) to {@link io.heddle.test.bench.bgp.UpdateEncoder} (bytes, made before the clock
 * starts), {@link io.heddle.test.bench.bgp.PeerLoop} (sockets) to {@link io.heddle.test.bench.bgp.ReceivedRoutes} (what arrived),
 * {@link io.heddle.test.bench.bgp.Race} (phases and clocks) to {@link io.heddle.test.bench.bgp.Report}.
 *
 * <p>The peers here encode and parse BGP by themselves and share no code with the speaker: they judge it.
 */
@NullMarked
package io.heddle.test.bench.bgp;

import org.jspecify.annotations.NullMarked;
