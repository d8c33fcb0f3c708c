package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;

/**
 * A route of a family whose NLRI are bytes to the speaker, as its {@link io.heddle.bgp.wire.KeyedNlri} cuts them.
 *
 * @param key what names the route
 * @param payload what else its NLRI carries
 */
public record KeyedRoute(Octets key, Octets payload) {}
