/**
 * BGP as pure functions over small values: {@link io.heddle.bgp.attribute attributes}, {@link io.heddle.bgp.policy policy} as data
 * evaluated, the {@link io.heddle.bgp.decision decision process}, and {@link io.heddle.bgp.propagation what is accepted and sent on}.
 * The stable-state solver uses them as they are.
 *
 * <p>Not built yet: codec, session machine, RIBs, update groups and the transport.
 */
@NullMarked
package io.heddle.bgp;

import org.jspecify.annotations.NullMarked;
