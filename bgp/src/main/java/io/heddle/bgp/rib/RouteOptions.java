package io.heddle.bgp.rib;

/**
 * What may be set for a peer's routes beyond its {@link io.heddle.model.config.PeerGroup}.
 *
 * @param routeServerClient we are a route server to this eBGP peer: AS_PATH, MED and next hop stay as they are (RFC 7947)
 * @param sendPaths the most paths per destination where RFC 7911 was agreed on
 * @param rank the last resort of the decision between the sessions of one router: see
 *     {@link io.heddle.bgp.decision.Selection#offer}
 */
public record RouteOptions(boolean routeServerClient, int sendPaths, int rank) {

    public static final RouteOptions DEFAULT = new RouteOptions(false, 8, 0);

    public RouteOptions {
        if (sendPaths < 1) {
            throw new IllegalArgumentException("at most " + sendPaths + " paths a destination");
        }
    }
}
