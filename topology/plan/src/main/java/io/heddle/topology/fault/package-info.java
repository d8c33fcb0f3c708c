/**
 * Answers that may be a list of a person's mistakes instead of a value: {@link io.heddle.topology.fault.Outcome}. Generators and the
 * planner collect every {@link io.heddle.topology.fault.Fault} they find and never throw for one; readers of files have problems of
 * their own, with line and column.
 */
@NullMarked
package io.heddle.topology.fault;

import org.jspecify.annotations.NullMarked;
