/**
 * The stable state of a fabric: configuration, pods and an outage in, one table a switch out, by the rules of
 * {@code docs/stable-state.md}.
 *
 * <p>Data flows one way: {@link io.heddle.simulator.stable.Wiring} (what is alive and cabled) and
 * {@link io.heddle.simulator.stable.LayerTwo} (bridge domains, hosts) → {@link io.heddle.simulator.stable.SessionGraph} → {@link
 * io.heddle.simulator.stable.Originations} cut into {@link io.heddle.simulator.stable.RouteClass route classes} → {@link
 * io.heddle.simulator.stable.ClassSolver} runs one fixed point a class → {@link io.heddle.simulator.stable.Underlay} and
 * {@link io.heddle.simulator.stable.Overlay} answer for every switch → {@link io.heddle.simulator.stable.SolvedTables}.
 *
 * <p>Symmetry is used where it is there and never assumed: prefixes with the same originators, the same attributes and the same answers
 * from every prefix list share one fixed point, and nodes that pass nothing on (stubs) share one if they attach alike. A failure merely makes more
 * classes. Comparison, policy and the rules of sending on are those of {@code io.heddle.bgp}.
 *
 * <p>Not supported: sessions to loopbacks over several hops, interior gateway protocols, VRFs on the underlay's BGP.
 */
@NullMarked
package io.heddle.simulator.stable;

import org.jspecify.annotations.NullMarked;
