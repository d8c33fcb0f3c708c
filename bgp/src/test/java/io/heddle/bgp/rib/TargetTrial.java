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
import io.heddle.bgp.wire.AttributeBlock;
import io.heddle.bgp.wire.AttributeDecoder;
import io.heddle.bgp.wire.AttributeEncoder;
import io.heddle.bgp.wire.AttributeOutcome;
import io.heddle.bgp.wire.KeyedCursor;
import io.heddle.bgp.wire.KeyedNlri;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NlriRange;
import io.heddle.bgp.wire.RouteTargetMembership;
import io.heddle.bgp.wire.RouteTargetNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.bgp.wire.UpdateVerdict;
import io.heddle.bgp.wire.UpdateView;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.RouteTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A random life of a reflector whose clients say, and change, which route targets they want, beside what each must have in the end. A key
 * has one owner, so that nothing has to be decided.
 */
final class TargetTrial {

    private static final int PEERS = 4;
    private static final int KEYS = 30;
    private static final Asn ASN = new Asn(65000);
    private static final AddressFamilies FAMILIES = AddressFamilies.of(PlainNlri.INSTANCE, RouteTargetNlri.INSTANCE);

    private final SplittableRandom dice;
    private final BgpConfig router = new BgpConfig(ASN, IpAddress.v4(1), List.of(), List.of(), 4, true);
    private final Rib rib;
    private final List<Member> members = new ArrayList<>();
    /** By key: its attributes. */
    private final SortedMap<Integer, AttributeSet> routes = new TreeMap<>();

    /** Sources that were told they have something to read, and have not read all since: like a connection, nobody else asks. */
    private final Set<Integer> awake = new HashSet<>();

    private final byte[] buffer = new byte[70_000];

    TargetTrial(long seed) {
        dice = new SplittableRandom(seed);
        rib = new Rib(router, FAMILIES, dice.split(), new GroupLimits(5, 3, 2, 200), 4);
        for (int i = 1; i <= PEERS; i++) {
            members.add(new Member(i));
        }
        members.forEach(this::up);
    }

    /** A client; the last takes everything. */
    private static final class Member {
        final RouteSource source;
        final SessionOptions options;
        final Set<RouteTargetMembership> wanted = new HashSet<>();
        final SortedMap<Integer, AttributeSet> table = new TreeMap<>();
        final Set<RouteTargetMembership> heard = new HashSet<>();

        @Nullable
        PeerRoutes routes;

        Member(int number) {
            source = new RouteSource(
                    number, "peer-" + number, RouteSourceKind.INTERNAL, true, IpAddress.v4(100 + number), 0);
            options = number == PEERS
                    ? SessionOptions.of(false, AddressFamilyId.L2VPN_EVPN)
                    : SessionOptions.of(false, AddressFamilyId.L2VPN_EVPN, AddressFamilyId.ROUTE_TARGET);
        }

        boolean filters() {
            return options.families().contains(AddressFamilyId.ROUTE_TARGET);
        }

        boolean wants(AttributeSet set) {
            return !filters()
                    || wanted.stream()
                            .anyMatch(each -> each.bits() == 0
                                    || set.extendedCommunities().stream()
                                            .filter(one -> one.subtype() == 2)
                                            .anyMatch(one -> one.value() >>> 64 - each.bits()
                                                    == each.target() >>> 64 - each.bits()));
        }
    }

    private void up(Member member) {
        member.table.clear();
        member.heard.clear();
        PeerGroup group = new PeerGroup(
                "clients",
                Set.of(AddressFamily.L2VPN_EVPN),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                true,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        NextHop own = NextHop.of(IpAddress.v4(0x0A00_0001L));
        member.routes =
                rib.up(member.source, member.options, group, RouteOptions.DEFAULT, own, null, 0, false, Map.of());
        awake.add(member.source.number());
    }

    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            int what = dice.nextInt(100);
            Member member = members.get(dice.nextInt(PEERS));
            if (what < 30) {
                change();
            } else if (what < 50 && member.filters() && member.routes != null) {
                want(member);
            } else if (what < 53) {
                flip(member);
            } else if (what < 56 && member.routes != null) {
                member.routes.repeat(AddressFamilyId.L2VPN_EVPN, false);
                awake.add(member.source.number());
            } else {
                settle();
                read(member, 4096);
            }
        }
    }

    /** As the speaker does before it lets anybody read. */
    private void settle() {
        rib.takeAlarms(awake::add);
    }

    private void flip(Member member) {
        PeerRoutes carried = member.routes;
        if (carried == null) {
            up(member);
        } else {
            member.routes = null;
            member.wanted.clear();
            rib.down(carried);
            rib.dropAll(member.source.number());
            routes.keySet().removeIf(key -> key % (PEERS + 1) == member.source.number());
        }
    }

    /** A route comes, changes its targets, or goes. */
    private void change() {
        int key = dice.nextInt(KEYS);
        int owner = key % (PEERS + 1);
        boolean gone = dice.nextInt(3) == 0;
        List<ExtendedCommunity> targets = new ArrayList<>();
        for (int target = 0; target < 4; target++) {
            if (dice.nextInt(3) == 0) {
                targets.add(ExtendedCommunity.of(new RouteTarget(65000, target)));
            }
        }
        AttributeSet set = AttributeSet.of(
                        PathAttributes.originated(Origin.IGP), NextHop.of(IpAddress.v4(0x0A00_0100L + owner)))
                .withExtendedCommunities(targets);
        if (owner == 0) {
            if (gone) {
                rib.withdraw(AddressFamilyId.L2VPN_EVPN, List.of(octets(key)));
            } else {
                rib.originate(AddressFamilyId.L2VPN_EVPN, List.of(new KeyedRoute(octets(key), Octets.EMPTY)), set);
            }
        } else {
            Member member = members.get(owner - 1);
            if (member.routes == null) {
                return;
            }
            send(member, PlainNlri.INSTANCE, octets(key), gone ? null : set);
        }
        if (gone) {
            routes.remove(key);
        } else {
            routes.put(key, set);
        }
    }

    private void want(Member member) {
        long target =
                ExtendedCommunity.of(new RouteTarget(65000, dice.nextInt(4))).value();
        int bits = List.of(64, 64, 64, 63, 0).get(dice.nextInt(5));
        RouteTargetMembership membership = dice.nextInt(12) == 0
                ? RouteTargetMembership.ALL
                : new RouteTargetMembership(65000 + dice.nextInt(2), target & RouteTargetMembership.mask(bits), bits);
        boolean gone = dice.nextInt(5) < 2;
        if (gone) {
            member.wanted.remove(membership);
        } else {
            member.wanted.add(membership);
        }
        AttributeSet set =
                AttributeSet.of(PathAttributes.originated(Origin.IGP), NextHop.of(IpAddress.v4(0x0A00_0100L)));
        send(member, RouteTargetNlri.INSTANCE, membership.key(), gone ? null : set);
    }

    private void send(Member member, KeyedNlri codec, Octets key, @Nullable AttributeSet set) {
        UpdateEncoder update = new UpdateEncoder(member.options);
        if (set == null) {
            update.withdraw(buffer, 0, buffer.length, codec);
        } else {
            AttributeEncoder encoder = new AttributeEncoder(member.options);
            int length = encoder.encode(set, false);
            NextHop nextHop = set.nextHop().orElseThrow();
            update.announce(buffer, 0, buffer.length, codec, nextHop, encoder.bytes(), 0, length);
        }
        update.add(key.toArray(), 0, key.length(), new byte[0], 0, 0, 0);
        PeerRoutes carried = member.routes;
        if (carried != null) {
            assertThat(carried.take(buffer, 0, update.finish())).isEqualTo(Taken.FINE);
        }
    }

    private static Octets octets(int key) {
        return Octets.of((byte) 0, (byte) 0, (byte) (key >>> 8), (byte) key);
    }

    private int read(Member member, int most) {
        PeerRoutes carried = member.routes;
        if (carried == null || !awake.contains(member.source.number())) {
            return 0;
        }
        int end = carried.fill(buffer, 0, most);
        if (end == 0 && !carried.wasCutShort()) {
            awake.remove(member.source.number());
        }
        UpdateView view = new UpdateView(FAMILIES);
        for (int at = 0; at < end; ) {
            int length = MessageFrame.lengthOf(buffer, at, end, MessageFrame.MAX_LENGTH);
            UpdateVerdict verdict = view.parse(buffer, at, at + length, member.options);
            if (verdict instanceof UpdateVerdict.Sound) {
                take(member, view.mpWithdrawn(), null);
                take(member, view.mpAnnounced(), view.mpBlock());
            } else {
                assertThat(verdict).isInstanceOf(UpdateVerdict.EndOfRib.class);
            }
            at += length;
        }
        return end;
    }

    private static void take(Member member, NlriRange range, @Nullable AttributeBlock block) {
        if (range.isEmpty() || !(range.codec() instanceof KeyedNlri nlri)) {
            return;
        }
        KeyedCursor cursor = nlri.cursor();
        cursor.over(range.bytes(), range.from(), range.to(), false);
        while (cursor.next()) {
            if (nlri == RouteTargetNlri.INSTANCE) {
                RouteTargetMembership membership =
                        RouteTargetMembership.of(Octets.copyOf(cursor.key(), 0, cursor.keyLength()));
                if (block == null) {
                    member.heard.remove(membership);
                } else {
                    member.heard.add(membership);
                }
            } else if (block == null) {
                member.table.remove(cursor.key()[3] & 0xFF);
            } else {
                member.table.put(cursor.key()[3] & 0xFF, decoded(member, block));
            }
        }
    }

    private static AttributeSet decoded(Member member, AttributeBlock block) {
        AttributeOutcome outcome = AttributeDecoder.decode(block.bytes(), block.from(), block.to(), member.options);
        return ((AttributeOutcome.Usable) outcome).attributes();
    }

    void drain() {
        for (int quiet = 0; quiet < 2; quiet++) {
            do {
                rib.work();
                settle();
            } while (rib.hasWork());
            for (Member each : members) {
                PeerRoutes carried = each.routes;
                while (read(each, 4096) > 0 || carried != null && carried.wasCutShort()) {
                    quiet = 0;
                }
            }
        }
    }

    void check() {
        Set<RouteTargetMembership> all = new HashSet<>();
        members.forEach(each -> all.addAll(each.wanted));
        for (Member each : members) {
            if (each.routes == null) {
                continue;
            }
            SortedMap<Integer, List<ExtendedCommunity>> expected = new TreeMap<>();
            routes.forEach((key, set) -> {
                if (key % (PEERS + 1) != each.source.number() && each.wants(set)) {
                    expected.put(key, set.extendedCommunities());
                }
            });
            SortedMap<Integer, List<ExtendedCommunity>> held = new TreeMap<>();
            each.table.forEach((key, set) -> held.put(key, set.extendedCommunities()));
            assertThat(held)
                    .as("what %s has, wanting %s", each.source.name(), each.wanted)
                    .isEqualTo(expected);
            if (each.filters()) {
                assertThat(each.heard)
                        .as("what %s was told is wanted", each.source.name())
                        .isEqualTo(all);
            }
        }
    }

    /** Takes every route and membership away. */
    void end() {
        members.forEach(each -> {
            if (each.routes != null) {
                flip(each);
            }
        });
        for (int key = 0; key < KEYS; key++) {
            rib.withdraw(AddressFamilyId.L2VPN_EVPN, List.of(octets(key)));
            routes.remove(key);
        }
        drain();
        assertThat(rib.attributeSetCount()).isZero();
        assertThat(rib.destinationCount(AddressFamilyId.L2VPN_EVPN)).isZero();
        assertThat(rib.destinationCount(AddressFamilyId.ROUTE_TARGET)).isZero();
    }
}
