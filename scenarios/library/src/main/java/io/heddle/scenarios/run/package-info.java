/**
 * From a scenario to its result: generate, plan, compute, audit, check, take parts away, search, judge.
 *
 * <p>{@link io.heddle.scenarios.run.Runner} does one case. A fabric that cannot be generated or planned, or whose plan contradicts itself (two claim one address or MAC, a VNI means two things, route
 * targets collide: {@link io.heddle.evpn.vrf.Conflicts}), is the input's fault and comes
 * back as {@link io.heddle.topology.fault.Outcome.Refused}.
 */
@NullMarked
package io.heddle.scenarios.run;

import org.jspecify.annotations.NullMarked;
