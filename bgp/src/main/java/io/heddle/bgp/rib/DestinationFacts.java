package io.heddle.bgp.rib;

import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.policy.RouteFacts;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Prefix;
import java.util.List;

/** What policies ask of one destination after the other. */
final class DestinationFacts implements RouteFacts {

    private final DestinationKeys keys;
    private final AddressFamily family;
    private int destination;
    private RouteSourceKind source = RouteSourceKind.EXTERNAL;

    DestinationFacts(DestinationKeys keys, AddressFamilyId family) {
        this.keys = keys;
        // Policies know no other families; those that travel like EVPN count as EVPN.
        this.family = family.equals(AddressFamilyId.IPV4_UNICAST)
                ? AddressFamily.IPV4_UNICAST
                : family.equals(AddressFamilyId.IPV6_UNICAST) ? AddressFamily.IPV6_UNICAST : AddressFamily.L2VPN_EVPN;
    }

    void about(int number, RouteSourceKind from) {
        destination = number;
        source = from;
    }

    @Override
    public AddressFamily family() {
        return family;
    }

    @Override
    public boolean prefixIn(List<PrefixRange> ranges) {
        Prefix prefix = keys.prefix(destination).orElse(null);
        return prefix != null && ranges.stream().anyMatch(each -> each.matches(prefix));
    }

    @Override
    public boolean originatedHere() {
        return source == RouteSourceKind.ORIGINATED;
    }
}
