package io.heddle.controller.core.announce;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;

/** A route the controller tells a switch. Each names its next hop, so that it is never the controller. */
public sealed interface Announcement {

    /** Where traffic goes: a node's address, or a VTEP. */
    IpAddress nextHop();

    /** Standard communities, sorted, without doubles. */
    List<Community> communities();

    /** What it replaces, and is withdrawn by. */
    RouteKey key();

    /** Whether the switch keeps it to itself (RFC 1997). */
    default boolean isKept() {
        return communities().contains(Community.NO_ADVERTISE);
    }

    /** A prefix of the underlay: a node's block, or a pod. */
    record Unicast(Prefix prefix, IpAddress nextHop, List<Community> communities) implements Announcement {

        public Unicast {
            communities = communities.stream().sorted().distinct().toList();
            if (prefix.contains(nextHop)) {
                throw new IllegalArgumentException(
                        prefix + " by way of " + nextHop + ", which is inside: it would resolve through itself");
            }
        }

        public static Unicast of(Prefix prefix, IpAddress nextHop) {
            return new Unicast(prefix, nextHop, List.of());
        }

        @Override
        public RouteKey key() {
            return RouteKey.of(prefix);
        }
    }

    /**
     * An EVPN route of type 1, 2, 3 or 5.
     *
     * @param attributes with VTEP and route targets
     */
    record Evpn(EvpnRoute route, EvpnAttributes attributes, List<Community> communities) implements Announcement {

        public Evpn {
            communities = communities.stream().sorted().distinct().toList();
            if (attributes.nextHop().isEmpty() || attributes.targets().isEmpty()) {
                throw new IllegalArgumentException(route + " needs a VTEP and a route target, found "
                        + attributes.nextHop() + " and " + attributes.targets());
            }
            if (!attributes.isVxlan()) {
                throw new IllegalArgumentException(route + " is not for VXLAN");
            }
            boolean bare = attributes.routerMac().isEmpty();
            String missing =
                    switch (route) {
                        case EvpnRoute.EthernetAutoDiscovery each ->
                            each.isPerSegment()
                                            && attributes
                                                    .community(EvpnCommunity.EsiLabel.class)
                                                    .isEmpty()
                                    ? "an ESI label (RFC 7432 section 8.2.1)"
                                    : "";
                        case EvpnRoute.MacIp each ->
                            each.routedLabel().isPresent() && bare ? "a Router's MAC (RFC 9135 section 5.1)" : "";
                        // FRR takes a type 3 without tunnel and installs nothing.
                        case EvpnRoute.InclusiveMulticast _ ->
                            attributes.tunnel().isEmpty() ? "a PMSI tunnel (RFC 7432 section 11.2)" : "";
                        // Without one FRR sends all that goes to the VTEP to the MAC of zeros, for good.
                        case EvpnRoute.IpPrefix _ -> bare ? "a Router's MAC (RFC 9136 section 4.4.1)" : "";
                        case EvpnRoute.EthernetSegment _ -> "a leaf: the controller has no segment of its own";
                        case EvpnRoute.Unknown _ -> "a type that is understood";
                    };
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(route + " needs " + missing);
            }
        }

        public static Evpn of(EvpnRoute route, EvpnAttributes attributes) {
            return new Evpn(route, attributes, List.of());
        }

        @Override
        public IpAddress nextHop() {
            return attributes.nextHop().orElseThrow();
        }

        @Override
        public RouteKey key() {
            return RouteKey.of(route);
        }
    }
}
