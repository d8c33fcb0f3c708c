package io.heddle.test.bench;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.rib.KeyedRoute;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.RouteTargetMembership;
import io.heddle.bgp.wire.RouteTargetNlri;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.rib.SentRoutes;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.evpn.vrf.Announcement;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A route reflector and its leafs, all of them speakers, with arrays for connections. Of 2,000 VNIs each leaf has four. VNI 1 is that of
 * leafs 0, 1 and 2 however many leafs there are; the rest is dealt out in turn. Single-threaded.
 */
final class ReflectedLeafs {

    private static final int VNIS = 2000;
    private static final int VNIS_A_LEAF = 4;
    /** Leafs with VNI 1. */
    private static final int SHARING = 3;

    private static final Vni SHARED = new Vni(1);
    private static final Asn ASN = new Asn(65000);
    private static final IpAddress REFLECTOR = IpAddress.parse("10.0.0.1");
    private static final long STEP = 100_000_000L;
    private static final AttributeSet MEMBERSHIP = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);
    private static final AddressFamilies FAMILIES =
            AddressFamilies.UNICAST.with(EvpnFamily.CODEC).with(RouteTargetNlri.INSTANCE);

    private final PipeEnd end = new PipeEnd();
    private final Speaker reflector;
    private final List<PipeEnd> leafEnds = new ArrayList<>();
    private final List<Speaker> leafs = new ArrayList<>();
    private final List<Set<Vni>> vnis = new ArrayList<>();
    /** By leaf: the reflector's number for its connection. */
    private final int[] towards;
    /** The other way round. */
    private final int[] leafAt;

    private final byte[] buffer = new byte[1 << 20];
    private long now = 1;

    /**
     * Everything is up and settled, and every leaf has one route for each VNI of its own and those of others that it imports.
     *
     * @param constrained whether leafs say what they want (RFC 4684)
     */
    ReflectedLeafs(int count, boolean constrained) {
        reflector = speaker(REFLECTOR, 0, end);
        towards = new int[count];
        leafAt = new int[4 * count + 16];
        for (int leaf = 0; leaf < count; leaf++) {
            join(leaf, constrained);
        }
        settle();
        for (int leaf = 0; leaf < count; leaf++) {
            for (Vni each : vnis(leaf)) {
                SentRoutes.originate(leafs.get(leaf), List.of(host(leaf, each, 0, 0)), now);
            }
        }
        settle();
        for (int leaf = 0; leaf < count; leaf++) {
            Set<Vni> wanted = Set.copyOf(vnis(leaf));
            long expected = vnis.stream()
                    .mapToLong(each -> each.stream()
                            .filter(vni -> !constrained || wanted.contains(vni))
                            .count())
                    .sum();
            int held = leafs.get(leaf).rib().pathCount(AddressFamilyId.L2VPN_EVPN);
            if (held != expected) {
                throw new IllegalStateException(
                        "leaf " + leaf + " of " + count + " holds " + held + " routes; expected " + expected);
            }
        }
    }

    private static Speaker speaker(IpAddress address, int seed, PipeEnd end) {
        BgpConfig router = new BgpConfig(ASN, address, List.of(), List.of(), 1, true);
        return new Speaker(SpeakerConfig.of(router), FAMILIES, new Random(seed), end);
    }

    private static SpeakerPeer peer(IpAddress at, IpAddress other, boolean client, boolean constrained) {
        BgpConfig router = new BgpConfig(ASN, at, List.of(), List.of(), 1, true);
        PeerGroup group = new PeerGroup(
                "overlay",
                Set.of(AddressFamily.L2VPN_EVPN),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                client,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        SpeakerPeer peer = SpeakerPeer.of(router, "to " + other, other, ASN, group);
        return constrained ? peer.withRouteTargetConstraint() : peer;
    }

    private static IpAddress address(int leaf) {
        return IpAddress.v4(0x0A01_0000L + leaf);
    }

    private void join(int leaf, boolean constrained) {
        PipeEnd leafEnd = new PipeEnd();
        Speaker speaker = speaker(address(leaf), leaf + 1, leafEnd);
        leafs.add(speaker);
        leafEnds.add(leafEnd);
        vnis.add(Set.copyOf(dealt(leaf)));
        SpeakerPeer client = peer(REFLECTOR, address(leaf), true, constrained);
        reflector.addPeer(client.with(client.peer().session().withPassive()), now);
        speaker.addPeer(peer(address(leaf), REFLECTOR, false, constrained), now);
        while (!leafEnd.wantsToConnect) {
            now += STEP;
            speaker.tick(now);
        }
        leafEnd.connection = speaker.connected(0, REFLECTOR, address(leaf), now);
        towards[leaf] = reflector.accepted(address(leaf), REFLECTOR, "", now);
        leafAt[towards[leaf]] = leaf;
        for (Vni each : constrained ? vnis(leaf) : List.<Vni>of()) {
            Octets membership = RouteTargetMembership.of(ASN, target(each)).key();
            speaker.originate(
                    AddressFamilyId.ROUTE_TARGET, List.of(new KeyedRoute(membership, Octets.EMPTY)), MEMBERSHIP, now);
        }
    }

    private static List<Vni> dealt(int leaf) {
        List<Vni> dealt = new ArrayList<>();
        for (int i = 0; i < VNIS_A_LEAF; i++) {
            dealt.add(i == 0 && leaf < SHARING ? SHARED : new Vni(2 + (leaf * VNIS_A_LEAF + i) % (VNIS - 1)));
        }
        return dealt;
    }

    private List<Vni> vnis(int leaf) {
        return vnis.get(leaf).stream().sorted().toList();
    }

    private static RouteTarget target(Vni vni) {
        return RouteTarget.derived(ASN, vni);
    }

    private static Announcement host(int leaf, Vni vni, int host, long sequence) {
        return new Announcement(
                new EvpnRoute.MacIp(
                        RouteDistinguisher.parse(address(leaf) + ":" + vni.value() % 0xFFFF),
                        EvpnRoute.NO_ESI,
                        EthernetTag.NONE,
                        new Mac(0x0200_0000_0000L + host),
                        Optional.empty(),
                        Label.of(vni),
                        Optional.empty()),
                EvpnAttributes.vxlan(address(leaf), List.of(target(vni)), new MacMobility(sequence, false)));
    }

    private void settle() {
        for (int i = 0; i < 30; i++) {
            now += STEP;
            reflector.tick(now);
            for (int leaf = 0; leaf < leafs.size(); leaf++) {
                leafs.get(leaf).tick(now);
            }
            boolean quiet;
            do {
                quiet = true;
                for (int leaf = 0; leaf < leafs.size(); leaf++) {
                    PipeEnd leafEnd = leafEnds.get(leaf);
                    for (int length = fill(leaf); length > 0; length = fill(leaf)) {
                        quiet = false;
                        take(reflector, towards[leaf], length);
                    }
                    leafEnd.writable.clear();
                }
                while (!end.writable.isEmpty()) {
                    int connection = end.writable.remove();
                    int leaf = leafAt[connection];
                    int length = reflector.fill(connection, buffer, 0, buffer.length, now);
                    for (; length > 0; length = reflector.fill(connection, buffer, 0, buffer.length, now)) {
                        quiet = false;
                        take(leafs.get(leaf), leafEnds.get(leaf).connection, length);
                    }
                }
            } while (!quiet);
        }
    }

    private int fill(int leaf) {
        return leafs.get(leaf).fill(leafEnds.get(leaf).connection, buffer, 0, buffer.length, now);
    }

    private void take(Speaker by, int connection, int length) {
        int used = by.received(connection, buffer, 0, length, now);
        if (used != length) {
            throw new IllegalStateException(used + " of " + length + " octets were taken");
        }
    }

    /** What leaf 0 writes when so many hosts of the shared VNI have this mobility sequence. */
    byte[] update(int hosts, long sequence) {
        List<Announcement> routes = new ArrayList<>();
        for (int i = 1; i <= hosts; i++) {
            routes.add(host(0, SHARED, i, sequence));
        }
        SentRoutes.originate(leafs.getFirst(), routes, now);
        leafs.getFirst().tick(now);
        int end = 0;
        for (int length = fill(0); length > 0; length = fill(0)) {
            end += length;
            if (end > length) {
                throw new IllegalStateException("more than one buffer");
            }
        }
        return Arrays.copyOf(buffer, end);
    }

    /**
     * Leaf 0 says so; the reflector does all it has to, and what it writes goes nowhere.
     *
     * @return to how many leafs it wrote
     */
    int reflect(byte[] update) {
        reflector.received(towards[0], update, 0, update.length, now);
        int written = 0;
        do {
            reflector.tick(now);
            while (!end.writable.isEmpty()) {
                int connection = end.writable.remove();
                int length = reflector.fill(connection, buffer, 0, buffer.length, now);
                written += length > 0 ? 1 : 0;
                while (length > 0) {
                    length = reflector.fill(connection, buffer, 0, buffer.length, now);
                }
            }
        } while (end.wakeAt <= now);
        return written;
    }
}
