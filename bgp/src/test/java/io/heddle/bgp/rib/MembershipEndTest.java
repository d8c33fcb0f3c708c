package io.heddle.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.RouteTargetNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** RFC 4684 section 6: no end of RIB before it is known what is wanted. */
class MembershipEndTest {

    private static final int END_OF_MP_RIB = 29;

    private final byte[] buffer = new byte[4096];

    @Test
    void theEndWaitsForThePeersMemberships() {
        BgpConfig router = new BgpConfig(new Asn(65000), IpAddress.v4(1), List.of(), List.of(), 1, true);
        Rib rib = new Rib(
                router, AddressFamilies.of(PlainNlri.INSTANCE, RouteTargetNlri.INSTANCE), new SplittableRandom(1));
        PeerGroup group = new PeerGroup(
                "clients",
                Set.of(AddressFamily.L2VPN_EVPN),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                true,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        PeerRoutes peer = rib.up(
                new RouteSource(1, "peer", RouteSourceKind.INTERNAL, true, IpAddress.v4(2), 0),
                SessionOptions.of(false, AddressFamilyId.L2VPN_EVPN, AddressFamilyId.ROUTE_TARGET),
                group,
                RouteOptions.DEFAULT,
                NextHop.of(IpAddress.v4(0x0A00_0001L)),
                null,
                0,
                false,
                Map.of());

        assertThat(filled(peer)).isEqualTo(end(AddressFamilyId.ROUTE_TARGET));
        assertThat(peer.awaitsMemberships()).isTrue();
        assertThat(filled(peer)).isEmpty();
        peer.hasMemberships();
        assertThat(filled(peer)).isEqualTo(end(AddressFamilyId.L2VPN_EVPN));
    }

    private byte[] filled(PeerRoutes peer) {
        return Arrays.copyOf(buffer, peer.fill(buffer, 0, buffer.length));
    }

    private static byte[] end(AddressFamilyId family) {
        byte[] end = new byte[END_OF_MP_RIB];
        assertThat(UpdateEncoder.endOfRib(family, end, 0)).isEqualTo(END_OF_MP_RIB);
        return end;
    }
}
