/**
 * A scenario: one or several cases of fabric, design, pods and expectations, read from a file of format {@code scenario/1}.
 *
 * <p>{@link io.heddle.scenarios.scenario.ScenarioReader} reads; every mistake is a problem with file, line and column. A case is the
 * scenario with some values set otherwise, in the very form that {@code --set} has, so that what differs between two cases is all that
 * is written down. Planning and computing are the business of {@code io.heddle.scenarios.run}.
 */
@NullMarked
package io.heddle.scenarios.scenario;

import org.jspecify.annotations.NullMarked;
