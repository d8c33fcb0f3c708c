package io.heddle.bgp.propagation;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.policy.RouteFacts;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Set;

/** A router in AS 65000 and routes as they come from AS 65001. */
final class Routers {

    static final IpAddress OWN_ID = IpAddress.parse("10.0.0.1");
    static final IpAddress PEER_ID = IpAddress.parse("10.0.0.2");
    static final BgpConfig ROUTER = new BgpConfig(new Asn(65000), OWN_ID, List.of(), List.of(), 4, true);

    static final PathAttributes FROM_65001 =
            PathAttributes.originated(Origin.IGP).withAsPath(AsPath.of(new Asn(65001)));

    static final RouteFacts LEARNED = new RouteFacts() {
        @Override
        public AddressFamily family() {
            return AddressFamily.IPV4_UNICAST;
        }

        @Override
        public boolean prefixIn(List<PrefixRange> ranges) {
            return false;
        }

        @Override
        public boolean originatedHere() {
            return false;
        }
    };

    private Routers() {}

    static PeerGroup group(Policy imports, Policy exports, boolean client, int allowOwnAs) {
        return new PeerGroup(
                "peers",
                Set.of(AddressFamily.IPV4_UNICAST),
                imports,
                exports,
                client,
                NextHopMode.STANDARD,
                allowOwnAs,
                false);
    }

    static PeerGroup plain() {
        return group(Policy.ACCEPT_ALL, Policy.ACCEPT_ALL, false, 0);
    }
}
