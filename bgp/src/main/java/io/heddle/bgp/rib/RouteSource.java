package io.heddle.bgp.rib;

import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.model.net.IpAddress;

/**
 * Where routes come from: a peer, or the speaker itself as number 0.
 *
 * @param client a route-reflector client (RFC 4456)
 * @param routerId the peer's BGP identifier
 * @param rank the last resort of the decision: see {@link io.heddle.bgp.decision.Selection#offer}
 */
public record RouteSource(int number, String name, RouteSourceKind kind, boolean client, IpAddress routerId, int rank) {

    /** The number of the speaker itself. */
    public static final int SELF = 0;
}
