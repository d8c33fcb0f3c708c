package io.heddle.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.AttributeEncoder;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A random life of a RIB with a few peers that send, read as much as they like, go and come back, beside its naive model. */
final class RibTrial {

    private static final int PEERS = 5;
    private static final int PREFIXES = 40;
    private static final int MOST_PATHS = 3;
    private static final Asn ASN = new Asn(65000);

    private final SplittableRandom dice;
    private final boolean v6;
    /** Without a MED the decision is made by a shorter way. */
    private final boolean meds;

    private final AddressFamilyId family;
    private final BgpConfig router = new BgpConfig(ASN, IpAddress.v4(1), List.of(), List.of(), 4, true);
    private final Rib rib;
    private final NaiveRib model = new NaiveRib(router);
    private final List<Member> members = new ArrayList<>();
    private final byte[] buffer = new byte[70_000];

    RibTrial(long seed, boolean v6) {
        this.v6 = v6;
        dice = new SplittableRandom(seed);
        meds = dice.nextBoolean();
        family = v6 ? AddressFamilyId.IPV6_UNICAST : AddressFamilyId.IPV4_UNICAST;
        // Small limits, so that batches end, and members fall behind, all the time.
        rib = new Rib(router, AddressFamilies.UNICAST, dice.split(), new GroupLimits(7, 3, 2, 300), 5);
        model.register(new RouteSource(0, "self", RouteSourceKind.ORIGINATED, false, router.routerId(), 0));
        for (int i = 1; i <= PEERS; i++) {
            members.add(new Member(i));
        }
        members.forEach(this::up);
    }

    /** A peer: the first two are eBGP, the others clients. */
    private final class Member {
        final boolean external;
        final boolean manyPaths;
        final RouteSource source;
        final SessionOptions options;
        final IpAddress own;

        @Nullable
        PeerRoutes routes;

        NaivePeer end;

        Member(int number) {
            external = number <= 2;
            own = v6 ? IpAddress.v6(0xFD00L << 48, number) : IpAddress.v4(0x0A00_0000L + number);
            source = new RouteSource(
                    number,
                    "peer-" + number,
                    external ? RouteSourceKind.EXTERNAL : RouteSourceKind.INTERNAL,
                    !external,
                    IpAddress.v4(100 + number),
                    0);
            // The last takes and sends several paths a destination.
            manyPaths = number == PEERS;
            Set<AddressFamilyId> paths = manyPaths ? Set.of(family) : Set.of();
            options = new SessionOptions(external, false, true, 4096, Set.of(family), paths, paths, Set.of());
            end = new NaivePeer(options);
        }

        PeerGroup group() {
            return new PeerGroup(
                    external ? "external" : "clients",
                    Set.of(v6 ? AddressFamily.IPV6_UNICAST : AddressFamily.IPV4_UNICAST),
                    Policy.ACCEPT_ALL,
                    Policy.ACCEPT_ALL,
                    !external,
                    PeerGroup.NextHopMode.STANDARD,
                    0,
                    false);
        }
    }

    Rib rib() {
        return rib;
    }

    private void up(Member member) {
        member.end = new NaivePeer(member.options);
        model.register(member.source);
        member.routes = rib.up(
                member.source,
                member.options,
                member.group(),
                new RouteOptions(false, MOST_PATHS, 0),
                NextHop.of(member.own),
                null,
                0,
                false,
                Map.of());
    }

    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            int what = dice.nextInt(100);
            Member member = members.get(dice.nextInt(PEERS));
            if (what < 35) {
                announce(member);
            } else if (what < 50) {
                withdraw(member);
            } else if (what < 58) {
                originate();
            } else if (what < 62) {
                flip(member);
            } else if (what < 66) {
                rib.work();
            } else if (what < 68 && member.routes != null) {
                member.routes.repeat(family, false);
            } else if (what < 71) {
                changeCosts();
            } else {
                read(member, 200 + dice.nextInt(5000));
            }
        }
    }

    /** Some next hops can no longer be reached, others are nearer than before. */
    private void changeCosts() {
        long changed = dice.nextLong();
        NextHopCosts costs =
                nextHop -> Long.remainderUnsigned(changed >>> nextHop.address().low() % 32, 4) - 1;
        rib.costs(costs);
        model.costs(costs);
    }

    private void flip(Member member) {
        PeerRoutes routes = member.routes;
        if (routes == null) {
            up(member);
        } else {
            member.routes = null;
            rib.down(routes);
            rib.dropAll(member.source.number());
            model.lose(member.source.number());
        }
    }

    private void read(Member member, int most) {
        if (member.routes != null) {
            int end = member.routes.fill(buffer, 0, Math.max(most, 4096));
            member.end.receive(buffer, 0, end);
        }
    }

    private void announce(Member member) {
        if (member.routes == null) {
            return;
        }
        AttributeSet set = attributes(member);
        UpdateEncoder update = new UpdateEncoder(member.options);
        AttributeEncoder encoder = new AttributeEncoder(member.options);
        NextHop nextHop = set.nextHop().orElseThrow();
        int length = encoder.encode(set, UpdateEncoder.nextHopInside(codec(), nextHop));
        update.announce(buffer, 0, buffer.length, codec(), nextHop, encoder.bytes(), 0, length);
        for (Prefix each : some()) {
            int pathId = member.manyPaths ? dice.nextInt(3) : 0;
            update.add(each.address().high(), each.address().low(), each.length(), pathId);
            model.announce(member.source.number(), new RouteKey(each, pathId), set);
        }
        assertThat(member.routes.take(buffer, 0, update.finish())).isEqualTo(Taken.FINE);
    }

    private void withdraw(Member member) {
        if (member.routes == null) {
            return;
        }
        UpdateEncoder update = new UpdateEncoder(member.options);
        update.withdraw(buffer, 0, buffer.length, codec());
        for (Prefix each : some()) {
            int pathId = member.manyPaths ? dice.nextInt(3) : 0;
            update.add(each.address().high(), each.address().low(), each.length(), pathId);
            model.withdraw(member.source.number(), new RouteKey(each, pathId));
        }
        assertThat(member.routes.take(buffer, 0, update.finish())).isEqualTo(Taken.FINE);
    }

    private void originate() {
        List<Prefix> prefixes = some();
        if (dice.nextInt(3) == 0) {
            rib.withdraw(prefixes);
            prefixes.forEach(each -> model.withdraw(0, new RouteKey(each, 0)));
        } else {
            AttributeSet set = AttributeSet.of(
                    PathAttributes.originated(Origin.values()[dice.nextInt(3)]).withMed(dice.nextInt(3)), null);
            rib.originate(prefixes, set);
            prefixes.forEach(each -> model.announce(0, new RouteKey(each, 0), set));
        }
    }

    private PrefixNlri codec() {
        return v6 ? PrefixNlri.IPV6 : PrefixNlri.IPV4;
    }

    private List<Prefix> some() {
        List<Prefix> prefixes = new ArrayList<>();
        int count = 1 + dice.nextInt(6);
        int at = dice.nextInt(PREFIXES);
        for (int i = 0; i < count; i++) {
            prefixes.add(prefix((at + i) % PREFIXES));
        }
        return prefixes;
    }

    private Prefix prefix(int number) {
        if (v6) {
            return number % 2 == 0
                    ? new Prefix(IpAddress.v6(0x2001_0DB8L << 32, number), 128)
                    : new Prefix(IpAddress.v6((0x2001_0DB8L << 32) + number, 0), 64);
        }
        return number % 2 == 0
                ? new Prefix(IpAddress.v4(0xC0A8_0000L + number), 32)
                : new Prefix(IpAddress.v4(0x0B00_0000L + ((long) number << 8)), 24);
    }

    /** One of few, so that sources have equal ones and destinations share them. */
    private AttributeSet attributes(Member member) {
        AsPath path = member.external ? AsPath.of(new Asn(200 + member.source.number())) : AsPath.EMPTY;
        int med = meds && dice.nextInt(2) == 0 ? dice.nextInt(3) : -1;
        if (dice.nextInt(3) == 0) {
            path = path.prepend(dice.nextInt(8) == 0 ? ASN.value() : 300);
        }
        PathAttributes core = PathAttributes.originated(Origin.IGP)
                .withAsPath(path)
                .withMed(med)
                .withLocalPref(member.external ? 100 : 100 + 10 * dice.nextInt(2));
        IpAddress nextHop =
                dice.nextBoolean() ? member.own : v6 ? IpAddress.v6(0xFD00L << 48, 99) : IpAddress.v4(0x0A09_0909L);
        return AttributeSet.of(core, NextHop.of(nextHop));
    }

    void loseEverything() {
        for (Member each : members) {
            if (each.routes != null) {
                flip(each);
            }
        }
        List<Prefix> all = new ArrayList<>();
        for (int i = 0; i < PREFIXES; i++) {
            all.add(prefix(i));
            model.withdraw(0, new RouteKey(prefix(i), 0));
        }
        rib.withdraw(all);
        dice.split();
    }

    void drain() {
        for (int quiet = 0; quiet < 2; quiet++) {
            while (rib.work()) {}
            rib.takeAlarms(_ -> {});
            for (Member each : members) {
                PeerRoutes routes = each.routes;
                for (int end = 1; routes != null && (end > 0 || routes.wasCutShort()); ) {
                    end = routes.fill(buffer, 0, 4096 + dice.nextInt(60_000));
                    each.end.receive(buffer, 0, end);
                    quiet = end > 0 ? 0 : quiet;
                }
            }
        }
    }

    void check() {
        LocRib locRib = rib.locRib(family);
        for (int i = 0; i < PREFIXES; i++) {
            List<NaiveRib.Route> routes = model.routes(prefix(i));
            Optional<LocRib.Route> chosen = locRib.route(prefix(i));
            assertThat(chosen.map(each -> each.best().source().number()))
                    .as("source of best route to %s", prefix(i))
                    .isEqualTo(routes.stream().findFirst().map(each -> each.source()
                            .number()));
            assertThat(chosen.map(each -> each.best().attributes()))
                    .isEqualTo(routes.stream().findFirst().map(NaiveRib.Route::attributes));
        }
        for (Member each : members) {
            if (each.routes != null) {
                if (each.manyPaths) {
                    assertThat(each.end.paths())
                            .as("what %s was sent", each.source.name())
                            .isEqualTo(model.expectedPaths(each.source.number(), each.external, each.own, MOST_PATHS));
                } else {
                    assertThat(each.end.table())
                            .as("what %s was sent", each.source.name())
                            .isEqualTo(model.expected(each.source.number(), each.external, each.own));
                }
                assertThat(each.end.ends()).isEqualTo(1);
                assertThat(each.routes.counters().treatedAsWithdrawn()).isZero();
            }
        }
    }
}
