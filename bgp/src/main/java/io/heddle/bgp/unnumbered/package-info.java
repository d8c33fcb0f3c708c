/**
 * BGP sessions over links without addresses: a peer is whoever advertises itself on the link. {@link io.heddle.bgp.ra} hears of it,
 * {@link io.heddle.bgp.netty} carries the session between the two link-local addresses, IPv4 routes have IPv6 next hops (RFC 8950).
 *
 * <p>A peer that falls silent keeps its session: the hold timer and BFD judge that. One that comes back with another address is taken for
 * another one, and the session with the old address ends. Not supported: several routers on one link, of which the last to be heard is the
 * peer.
 */
@NullMarked
package io.heddle.bgp.unnumbered;

import org.jspecify.annotations.NullMarked;
