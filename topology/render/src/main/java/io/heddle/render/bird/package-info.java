/**
 * {@code bird.conf} of BIRD 2 for nodes: {@link io.heddle.render.bird.BirdRenderer}.
 *
 * <p>Policies become filters term by term. The agent's routes reach BIRD through the kernel ({@code learn}); what BGP brings goes back
 * into it, as ECMP. A leaf on an unnumbered link calls by its link-local address, after BIRD's router advertisements told it of ours.
 *
 * <p>Not supported: EVPN, of which BIRD 2 knows nothing; aggregates and originated default routes, which no design asks of nodes.
 */
@NullMarked
package io.heddle.render.bird;

import org.jspecify.annotations.NullMarked;
