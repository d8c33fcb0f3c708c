/**
 * A fabric seen as graphs, and what is left of them when something is removed. The only package that uses JGraphT; none of its types
 * leaves.
 *
 * <p>{@link io.heddle.topology.graph.CableGraph} is any set of devices joined by cables: connected components, bridges, cut devices,
 * and the components after a removal. {@link io.heddle.topology.graph.NetworkView} is what one network, or the routed fabric, sees:
 * the switches that may carry it and the devices attached to them. Switches forward, nodes and external routers never do.
 *
 * <p>Not here: routing. A view says that a path of cables exists, including one that climbs down into a leaf and up again; whether
 * the design uses it is for the stable state to say.
 */
@NullMarked
package io.heddle.topology.graph;

import org.jspecify.annotations.NullMarked;
