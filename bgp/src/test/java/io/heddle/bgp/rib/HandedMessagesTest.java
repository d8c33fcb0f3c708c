package io.heddle.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.AttributeEncoder;
import io.heddle.bgp.wire.RouteTargetMembership;
import io.heddle.bgp.wire.RouteTargetNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.RouteTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** RFC 4684: a route is the business of those who want it, and of nobody else, not even to find that out. */
class HandedMessagesTest {

    private static final Asn ASN = new Asn(65000);
    private static final SessionOptions OPTIONS =
            SessionOptions.of(false, AddressFamilyId.L2VPN_EVPN, AddressFamilyId.ROUTE_TARGET);
    private static final NextHop NEXT_HOP = NextHop.of(IpAddress.v4(0x0A00_0100L));
    private static final Octets KEY = Octets.of((byte) 0, (byte) 0, (byte) 0, (byte) 7);

    private final byte[] buffer = new byte[70_000];
    private final List<PeerRoutes> peers = new ArrayList<>();
    private final Rib rib = new Rib(
            new BgpConfig(ASN, IpAddress.v4(1), List.of(), List.of(), 1, true),
            AddressFamilies.of(PlainNlri.INSTANCE, RouteTargetNlri.INSTANCE),
            new SplittableRandom(1));

    HandedMessagesTest() {
        for (int number = 1; number <= 5; number++) {
            peers.add(rib.up(
                    new RouteSource(
                            number, "peer-" + number, RouteSourceKind.INTERNAL, true, IpAddress.v4(100 + number), 0),
                    OPTIONS,
                    new PeerGroup(
                            "clients",
                            Set.of(AddressFamily.L2VPN_EVPN),
                            Policy.ACCEPT_ALL,
                            Policy.ACCEPT_ALL,
                            true,
                            PeerGroup.NextHopMode.STANDARD,
                            0,
                            false),
                    RouteOptions.DEFAULT,
                    NextHop.of(IpAddress.v4(0x0A00_0001L)),
                    null,
                    0,
                    false,
                    Map.of()));
        }
        want(1, target(1));
        want(2, target(1));
        want(3, target(2));
        want(4, RouteTargetMembership.ALL);
        // The fifth wants all targets of the AS: the type, subtype and AS of a target.
        want(5, new RouteTargetMembership(65000, target(1).target() & RouteTargetMembership.mask(32), 32));
        readAll();
    }

    @Test
    void aRouteWakesThoseWhoWantIt() {
        originate(1);

        assertThat(awakened()).containsExactly(1, 2, 4, 5);
        assertThat(readAll()).containsExactly(1, 2, 4, 5);
        assertThat(awakened()).isEmpty();
    }

    @Test
    void aRouteNobodyNamedGoesToThoseWhoWantAll() {
        rib.originate(
                AddressFamilyId.L2VPN_EVPN,
                List.of(new KeyedRoute(KEY, Octets.EMPTY)),
                attributes().withExtendedCommunities(List.of(ExtendedCommunity.of(new RouteTarget(64999, 1)))));

        assertThat(awakened()).containsExactly(4);
    }

    @Test
    void aChangeOfTargetsIsWithdrawnFromThoseWhoHadItAndDoNotWantItNow() {
        originate(1);
        readAll();
        originate(2);

        assertThat(awakened()).containsExactly(1, 2, 3, 4, 5);
        readAll();
        originate(2, 3);
        assertThat(awakened()).containsExactly(3, 4, 5);
    }

    @Test
    void aWithdrawalWakesThoseWhoHaveTheRoute() {
        originate(2);
        readAll();
        rib.withdraw(AddressFamilyId.L2VPN_EVPN, List.of(KEY));

        assertThat(awakened()).containsExactly(3, 4, 5);
        assertThat(readAll()).containsExactly(3, 4, 5);
        while (rib.work()) {}
        assertThat(rib.destinationCount(AddressFamilyId.L2VPN_EVPN)).isZero();
    }

    @Test
    void oneThatDoesNotReadKeepsNobodyElseFromReading() {
        originate(1);
        awakened();
        assertThat(read(2)).isPositive();
        originate(1, 2);
        // The others have not read what they were woken for.
        assertThat(awakened()).containsExactly(2, 3);
        assertThat(read(1)).isPositive();
    }

    private static RouteTargetMembership target(int number) {
        return RouteTargetMembership.of(ASN, new RouteTarget(65000, number));
    }

    private static AttributeSet attributes() {
        return AttributeSet.of(PathAttributes.originated(Origin.IGP), NEXT_HOP);
    }

    private void originate(int... targets) {
        List<ExtendedCommunity> communities = new ArrayList<>();
        for (int each : targets) {
            communities.add(ExtendedCommunity.of(new RouteTarget(65000, each)));
        }
        rib.originate(
                AddressFamilyId.L2VPN_EVPN,
                List.of(new KeyedRoute(KEY, Octets.EMPTY)),
                attributes().withExtendedCommunities(communities));
    }

    private void want(int number, RouteTargetMembership membership) {
        AttributeEncoder encoder = new AttributeEncoder(OPTIONS);
        int length = encoder.encode(attributes(), false);
        UpdateEncoder update = new UpdateEncoder(OPTIONS);
        update.announce(buffer, 0, buffer.length, RouteTargetNlri.INSTANCE, NEXT_HOP, encoder.bytes(), 0, length);
        byte[] key = membership.key().toArray();
        update.add(key, 0, key.length, new byte[0], 0, 0, 0);
        assertThat(peers.get(number - 1).take(buffer, 0, update.finish())).isEqualTo(Taken.FINE);
    }

    private List<Integer> awakened() {
        List<Integer> awakened = new ArrayList<>();
        rib.takeAlarms(awakened::add);
        return awakened.stream().sorted().distinct().toList();
    }

    private int read(int number) {
        return peers.get(number - 1).fill(buffer, 0, buffer.length);
    }

    /** Who had something to read. */
    private List<Integer> readAll() {
        List<Integer> had = new ArrayList<>();
        awakened();
        for (int number = 1; number <= peers.size(); number++) {
            while (read(number) > 0) {
                if (!had.contains(number)) {
                    had.add(number);
                }
            }
        }
        return had;
    }
}
