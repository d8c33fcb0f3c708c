package io.heddle.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much a single call does when something concerns a whole table: a peer that joins, asks for everything again, restarts, goes, or is
 * given another policy. The bound does not depend on the size of the table. With {@code -Dheddle.long=true} for four million routes.
 */
class RibWorkTest {

    private static final AddressFamilyId FAMILY = AddressFamilyId.IPV4_UNICAST;
    private static final SessionOptions OPTIONS = SessionOptions.of(false, FAMILY);

    private static final int BATCH = 64;
    private static final int ROUNDS = 4;
    private static final int SLICE = 128;
    /** A call that writes: each round a batch of the group's walk, or of the member's. */
    private static final int MOST = Math.max(BATCH * ROUNDS, SLICE);

    private Rib rib = newRib(new GroupLimits(BATCH, 1024, ROUNDS, 4L << 20), SLICE);
    private final byte[] buffer = new byte[1 << 17];
    private int bound = MOST;
    private long calls;

    private static Rib newRib(GroupLimits limits, int slice) {
        BgpConfig router = new BgpConfig(new Asn(65000), IpAddress.v4(1), List.of(), List.of(), 4, true);
        return new Rib(router, AddressFamilies.UNICAST, new SplittableRandom(1), limits, slice);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 20_000})
    void noCallLooksAtMoreThanTheBoundWhateverTheTable(int routes) {
        live(routes);
    }

    @Test
    void thisHoldsForBigTablesWithTheLimitsOfTheProduct() {
        rib = newRib(GroupLimits.DEFAULT, TableWork.SLICE);
        bound = Math.max(GroupLimits.DEFAULT.batch() * GroupLimits.DEFAULT.rounds(), TableWork.SLICE);
        live(Boolean.getBoolean("heddle.long") ? 4_000_000 : 200_000);
    }

    @Test
    void aBatchOfTheProductIsBounded() {
        assertThat(GroupLimits.DEFAULT.batch() * GroupLimits.DEFAULT.rounds()).isEqualTo(32_768);
        assertThat(TableWork.SLICE).isEqualTo(16_384);
    }

    private void live(int routes) {
        PeerRoutes sender = up(1, Policy.ACCEPT_ALL);
        announce(sender, routes);
        PeerRoutes reader = bounded(() -> up(2, Policy.ACCEPT_ALL));
        assertThat(read(reader)).as("routes that came with the session").isGreaterThan(routes * 4L);
        PeerRoutes late = bounded(() -> up(3, Policy.ACCEPT_ALL));
        assertThat(read(late)).isGreaterThan(routes * 4L);
        bounded(() -> late.repeat(FAMILY, false));
        assertThat(read(late)).as("route refresh").isGreaterThan(routes * 4L);
        bounded(() -> rib.exportAgain(late));
        read(late);
        bounded(() -> rib.change(late, group(Policy.REJECT_ALL), RouteOptions.DEFAULT));
        assertThat(read(late)).as("withdrawals by policy").isGreaterThan(routes * 4L);
        bounded(() -> rib.markStale(1, FAMILY));
        bounded(() -> rib.makeLongLived(1, FAMILY));
        settle();
        assertThat(read(reader)).as("routes that are now long-lived").isGreaterThan(routes * 4L);
        bounded(() -> rib.importAgain(sender));
        bounded(() -> rib.sweepStale(1, FAMILY));
        settle();
        assertThat(read(reader)).as("withdrawals of what was stale").isGreaterThan(routes * 4L);
        announce(sender, routes);
        read(reader);
        bounded(() -> rib.down(reader));
        bounded(() -> rib.drop(1, FAMILY));
        settle();
        bounded(() -> rib.down(late));
        bounded(() -> rib.down(sender));
        settle();
        assertThat(rib.destinationCount(FAMILY)).isZero();
        assertThat(rib.attributeSetCount()).isZero();
        assertThat(calls).as("calls that took part").isGreaterThan(5L * routes / bound);
    }

    @Test
    void aListenerIsToldATableBitByBit() {
        PeerRoutes sender = up(1, Policy.ACCEPT_ALL);
        announce(sender, 5000);
        int[] told = new int[2];
        bounded(() -> rib.listen(FAMILY, changes -> {
            told[0] += changes.size();
            told[1] = Math.max(told[1], changes.size());
        }));
        settle();
        assertThat(told[0]).isEqualTo(5000);
        assertThat(told[1]).isLessThanOrEqualTo(SLICE);
    }

    @Test
    void whatComesWhileATableIsRemovedStays() {
        PeerRoutes sender = up(1, Policy.ACCEPT_ALL);
        announce(sender, 2000);
        rib.down(sender);
        rib.drop(1, FAMILY);
        assertThat(rib.pathCount(FAMILY, 1)).isZero();
        rib.work();
        PeerRoutes again = up(1, Policy.ACCEPT_ALL);
        announce(again, 700);
        assertThat(rib.pathCount(FAMILY, 1)).isEqualTo(700);
        settle();
        assertThat(rib.pathCount(FAMILY)).isEqualTo(700);
    }

    @Test
    void aPeerThatFlapsHoldsUpNobodyAndCostsOneWalk() {
        PeerRoutes sender = up(1, Policy.ACCEPT_ALL);
        announce(sender, 3000);
        for (int i = 0; i < 1000; i++) {
            rib.drop(1, FAMILY);
            announce(sender, 1);
            rib.work();
        }
        rib.drop(1, FAMILY);
        settle();
        assertThat(rib.pathCount(FAMILY)).isZero();
        assertThat(rib.looked()).isLessThan(1000L * SLICE + 200_000);
    }

    private void settle() {
        while (bounded(rib::work)) {}
    }

    private long read(PeerRoutes peer) {
        rib.takeAlarms(_ -> {});
        long bytes = 0;
        for (int end = 1; end > 0 || peer.wasCutShort(); ) {
            end = bounded(() -> peer.fill(buffer, 0, buffer.length));
            bytes += end;
        }
        return bytes;
    }

    private void bounded(Runnable call) {
        bounded(() -> {
            call.run();
            return true;
        });
    }

    private <T> T bounded(Supplier<T> call) {
        long before = rib.looked();
        T answer = call.get();
        assertThat(rib.looked() - before).isLessThanOrEqualTo(bound);
        calls++;
        return answer;
    }

    private PeerRoutes up(int number, Policy export) {
        RouteSource source = new RouteSource(
                number, "peer-" + number, RouteSourceKind.INTERNAL, true, IpAddress.v4(100 + number), 0);
        return rib.up(
                source,
                OPTIONS,
                group(export),
                RouteOptions.DEFAULT,
                NextHop.of(IpAddress.v4(0x0A00_0001L)),
                null,
                0,
                true,
                Map.of());
    }

    private static PeerGroup group(Policy export) {
        return new PeerGroup(
                "clients",
                Set.of(AddressFamily.IPV4_UNICAST),
                Policy.ACCEPT_ALL,
                export,
                true,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
    }

    /** Host routes, all with the same attributes. */
    private void announce(PeerRoutes sender, int routes) {
        AttributeSet set = AttributeSet.of(
                PathAttributes.originated(Origin.IGP).withAsPath(AsPath.EMPTY), NextHop.of(IpAddress.v4(0x0A00_0002L)));
        AttributeEncoder encoder = new AttributeEncoder(OPTIONS);
        UpdateEncoder update = new UpdateEncoder(OPTIONS);
        NextHop nextHop = set.nextHop().orElseThrow();
        int length = encoder.encode(set, UpdateEncoder.nextHopInside(PrefixNlri.IPV4, nextHop));
        for (int done = 0; done < routes; ) {
            update.announce(buffer, 0, 4096, PrefixNlri.IPV4, nextHop, encoder.bytes(), 0, length);
            for (int i = 0; i < 700 && done < routes; i++, done++) {
                Prefix each = new Prefix(IpAddress.v4(0x0B00_0000L + done), 32);
                update.add(each.address().high(), each.address().low(), each.length(), 0);
            }
            assertThat(sender.take(buffer, 0, update.finish())).isEqualTo(Taken.FINE);
        }
    }
}
