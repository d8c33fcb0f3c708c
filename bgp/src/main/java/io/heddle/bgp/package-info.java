/**
 * BGP as pure functions over small values: {@link io.heddle.bgp.attribute attributes}, {@link io.heddle.bgp.policy policy} as data
 * evaluated, the {@link io.heddle.bgp.decision decision process}, and {@link io.heddle.bgp.propagation what is accepted and sent on}.
 * The stable-state solver uses them as they are.
 *
 * <p>On top of them a speaker without thread, socket or clock: {@link io.heddle.bgp.wire messages}, {@link io.heddle.bgp.session
 * sessions}, {@link io.heddle.bgp.rib tables}, {@link io.heddle.bgp.speaker all of it joined}; and what drives it on the wire,
 * {@link io.heddle.bgp.netty}.
 */
@NullMarked
package io.heddle.bgp;

import org.jspecify.annotations.NullMarked;
