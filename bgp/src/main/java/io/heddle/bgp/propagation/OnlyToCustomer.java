package io.heddle.bgp.propagation;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.wire.Role;

/** The OTC attribute on its way through an eBGP session whose role is known (RFC 9234 section 5). Not for confederations. */
public final class OnlyToCustomer {

    private OnlyToCustomer() {}

    /**
     * Whether a route is a leak, so that it must not be used.
     *
     * @param own what we are to the peer
     * @param peerAs the peer's AS
     */
    public static boolean isLeak(AttributeSet received, Role own, long peerAs) {
        long otc = received.carried().onlyToCustomer();
        if (otc == Carried.NO_OTC) {
            return false;
        }
        return switch (own) {
            case PROVIDER, ROUTE_SERVER -> true;
            case PEER -> otc != peerAs;
            case CUSTOMER, ROUTE_SERVER_CLIENT -> false;
        };
    }

    /** A received route as it is kept: from above or the side it carries the peer's AS from now on. */
    public static AttributeSet received(AttributeSet received, Role own, long peerAs) {
        return switch (own) {
            case CUSTOMER, PEER, ROUTE_SERVER_CLIENT -> marked(received, peerAs);
            case PROVIDER, ROUTE_SERVER -> received;
        };
    }

    /** Whether a route must not be sent to the peer. */
    public static boolean isKeptBack(AttributeSet route, Role own) {
        boolean upOrAside =
                switch (own) {
                    case CUSTOMER, PEER, ROUTE_SERVER_CLIENT -> true;
                    case PROVIDER, ROUTE_SERVER -> false;
                };
        return upOrAside && route.carried().onlyToCustomer() != Carried.NO_OTC;
    }

    /** A route as it is sent: downwards or aside it carries our AS if it carries none. */
    public static AttributeSet sent(AttributeSet route, Role own, long ownAs) {
        return switch (own) {
            case PROVIDER, PEER, ROUTE_SERVER -> marked(route, ownAs);
            case CUSTOMER, ROUTE_SERVER_CLIENT -> route;
        };
    }

    private static AttributeSet marked(AttributeSet route, long asn) {
        Carried carried = route.carried();
        return carried.onlyToCustomer() == Carried.NO_OTC
                ? route.withCarried(new Carried(carried.aggregator(), carried.atomicAggregate(), asn, carried.others()))
                : route;
    }
}
