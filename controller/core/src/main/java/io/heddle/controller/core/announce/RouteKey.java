package io.heddle.controller.core.announce;

import io.heddle.bgp.attribute.Octets;
import io.heddle.evpn.rib.ReceivedRoutes;
import io.heddle.evpn.rib.SentRoutes;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.net.Prefix;
import java.util.Arrays;

/**
 * What identifies an announcement towards a switch. Ordered as announcements have to be made: unicast first, since EVPN next hops resolve
 * through it; then flood lists, segments, hosts and prefixes.
 */
public sealed interface RouteKey extends Comparable<RouteKey> {

    record Unicast(Prefix prefix) implements RouteKey {
        @Override
        public String toString() {
            return prefix.toString();
        }
    }

    /** The octets of the key as {@link io.heddle.evpn.route.EvpnKey} has them. */
    record Evpn(Octets octets) implements RouteKey {

        /** Type 3 before 1 before 2 before 5: a MAC behind a segment is installed when the segment is known. */
        int rank() {
            return switch (octets.at(0)) {
                case EvpnRoute.INCLUSIVE_MULTICAST -> 0;
                case EvpnRoute.ETHERNET_AUTO_DISCOVERY -> 1;
                default -> octets.at(0);
            };
        }

        @Override
        public String toString() {
            return ReceivedRoutes.route(octets, Octets.EMPTY).toString();
        }
    }

    static RouteKey of(Prefix prefix) {
        return new Unicast(prefix);
    }

    static RouteKey of(EvpnRoute route) {
        return new Evpn(SentRoutes.keyed(route).key());
    }

    @Override
    default int compareTo(RouteKey other) {
        return switch (this) {
            case Unicast mine ->
                switch (other) {
                    case Unicast theirs -> mine.prefix.compareTo(theirs.prefix);
                    case Evpn _ -> -1;
                };
            case Evpn mine ->
                switch (other) {
                    case Unicast _ -> 1;
                    case Evpn theirs -> {
                        int byRank = Integer.compare(mine.rank(), theirs.rank());
                        yield byRank != 0
                                ? byRank
                                : Arrays.compareUnsigned(mine.octets.toArray(), theirs.octets.toArray());
                    }
                };
        };
    }
}
