/**
 * How the traffic of a GPU job loads the cables: bytes and time a cable, for equal splitting and for flows that are hashed.
 *
 * <p>A {@link io.heddle.simulator.load.Ranks} places ranks on nodes and says by which {@link io.heddle.simulator.load.Nic} each speaks; a
 * {@link io.heddle.simulator.load.Pattern} says which rank sends how much to which; {@link io.heddle.simulator.load.Ways} are the paths between them: the
 * shortest that go up and then down through the tiers, as every routed design here chooses (RFC 7938), over living cables. Traffic inside a node
 * takes no cable. What the switches hold is not asked, so that 4,096 ranks take seconds; {@code simulator.walk} follows single packets through tables.
 *
 * <p>Not modelled: congestion control, packet loss, the time on links inside a node, start-up latency of collectives.
 */
@NullMarked
package io.heddle.simulator.load;

import org.jspecify.annotations.NullMarked;
