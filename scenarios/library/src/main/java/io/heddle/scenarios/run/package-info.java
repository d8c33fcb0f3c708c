/**
 * From a scenario to its result: generate, plan, compute, audit, check, take parts away, search, judge.
 *
 * <p>{@link io.heddle.scenarios.run.Runner} does one case. A fabric that cannot be generated or planned is the input's fault and comes
 * back as {@link io.heddle.topology.fault.Outcome.Refused}.
 */
@NullMarked
package io.heddle.scenarios.run;

import org.jspecify.annotations.NullMarked;
