/**
 * Follows a packet hop by hop through the tables that switches hold, over every equal path, and says which entry decided and why it
 * ends where it ends.
 *
 * <p>A {@link io.heddle.simulator.walk.Position} is a packet at a device; {@link io.heddle.simulator.walk.Forwarding} turns it into a
 * {@link io.heddle.simulator.walk.Step}: the deciding entry and one {@link io.heddle.simulator.walk.Leg} for each cable it may leave by, or an
 * {@link io.heddle.simulator.walk.End}. A {@link io.heddle.simulator.walk.Walk} is all steps that can be reached; equal positions are one
 * step, so the number of paths may be large while the walk stays small. A {@link io.heddle.simulator.walk.FlowHash} picks one path of them.
 *
 * <p>Switches forward by their {@code SwitchTables} alone. Nodes have no tables there, so a node forwards as it is told: on the link where a
 * subnet is connected, else over every living BGP neighbour that has a route or announces the default, else, without BGP, over its
 * routed links or to the gateway of its first network that has one. Not followed: what lies behind external routers, floods of unknown destinations, Service translation.
 */
@NullMarked
package io.heddle.simulator.walk;

import org.jspecify.annotations.NullMarked;
