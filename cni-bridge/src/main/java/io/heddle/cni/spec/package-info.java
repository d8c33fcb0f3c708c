/**
 * The CNI specification, version 1.1.0, and the forms of 0.3.1, 0.4.0 and 1.0.0 that runtimes still ask for: what a request says,
 * what a result and an error look like. Nothing here touches the machine.
 *
 * <p>{@link io.heddle.cni.spec.CniRequest} reads environment and standard input (sections 2 and 4 of the specification) and
 * refuses what the specification refuses, with its codes ({@link io.heddle.cni.spec.CniCode}); {@link io.heddle.cni.spec.CniResult}
 * is the result of ADD (section 5) and is written in the version that was asked for.
 */
@NullMarked
package io.heddle.cni.spec;

import org.jspecify.annotations.NullMarked;
