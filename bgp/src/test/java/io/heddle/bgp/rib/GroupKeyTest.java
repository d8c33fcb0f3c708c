package io.heddle.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupKeyTest {

    @Test
    void peersOfDifferentRankAreSentTheSameBytes() {
        assertThat(key(new RouteOptions(false, 1, 7))).isEqualTo(key(new RouteOptions(false, 1, 8)));
    }

    @Test
    void aRouteServersClientIsSentOthers() {
        assertThat(key(new RouteOptions(true, 1, 7))).isNotEqualTo(key(new RouteOptions(false, 1, 7)));
    }

    private static GroupKey key(RouteOptions routes) {
        PeerGroup peers = new PeerGroup(
                "spines",
                Set.of(AddressFamily.IPV4_UNICAST),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        SessionOptions options = SessionOptions.of(true, AddressFamilyId.IPV4_UNICAST);
        return new GroupKey(AddressFamilyId.IPV4_UNICAST, peers, routes, options, 4, null, false);
    }
}
