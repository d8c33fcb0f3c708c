package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.test.interop.Gobgp.Neighbor;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our speaker and GoBGP. */
class GobgpIT {

    private static final AddressFamilyId V4 = AddressFamilyId.IPV4_UNICAST;
    private static final List<Prefix> MINE = Ours.hosts("10.1.0.0", 10_000);
    private static final Neighbor US = Neighbor.of(Bed.OURS, 65001);

    private Bed bed;
    private Ours ours;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Gobgp.DAEMON, Gobgp.CLIENT);
        ours = Ours.start(bed);
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    /** Its own way to announce is slow: the routes it sends to one of our speakers come from another. */
    @Test
    void tenThousandRoutesEachWayAreTheSameOnBothSides() throws Exception {
        Gobgp gobgp = Gobgp.start(bed, US, Neighbor.of("10.8.0.3", 4_200_000_003L));
        Ours far = Ours.start(bed, new Asn(4_200_000_003L), "10.8.0.3", false);
        ours.originate(MINE);
        ours.untilEstablished(ours.add(ours.daemon()));
        far.untilEstablished(far.add(far.daemon()));

        bed.until("GoBGP has all of ours", () -> gobgp.table().size() == MINE.size());
        assertThat(gobgp.table()).isEqualTo(ours.announced(MINE, Bed.OURS));
        bed.until("the other side has all", () -> far.learned(V4).size() == MINE.size());
        SortedSet<Entry> passedOn = new TreeSet<>();
        ours.announced(MINE, Bed.THEIRS)
                .forEach(each -> passedOn.add(new Entry(
                        each.prefix(), each.nextHop(), "65002 65001", each.origin(), -1, each.communities())));
        assertThat(far.learned(V4)).isEqualTo(passedOn);

        ours.withdraw(MINE.subList(0, 9_000));
        bed.until("the other side has what is left", () -> far.learned(V4).size() == 1_000);
        assertThat(gobgp.table()).hasSize(1_000);
    }

    @Test
    void gobgpConnectsToUsWhenWeArePassive() throws Exception {
        Gobgp.start(bed, US.connecting());
        int peer = ours.add(Ours.with(ours.daemon(), SessionConfig::withPassive));
        ours.untilEstablished(peer);
        assertThat(((SessionState.Established) ours.status(peer).state()).outgoing())
                .isFalse();
    }

    @Test
    void bothSidesMayConnectAtOnce() throws Exception {
        Gobgp.start(bed, US.connecting());
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
    }

    @Test
    void md5KeysAgree() throws Exception {
        Gobgp.start(bed, US.with("weaver"));
        int peer = ours.add(ours.daemon(TransportConfig.of(IpAddress.parse(Bed.THEIRS))
                .withLocalAddress(IpAddress.parse(Bed.OURS))
                .withPassword("weaver")));
        ours.untilEstablished(peer);
    }

    @Test
    void shutdownTextsAreSeenBothWays() throws Exception {
        Gobgp gobgp = Gobgp.start(bed, US);
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        ours.reset(peer, NotificationReason.ADMINISTRATIVE_SHUTDOWN, "rack 7 moves", Duration.ofSeconds(1));
        bed.until("GoBGP has the text", () -> gobgp.log().contains("rack 7 moves"));
        ours.untilEstablished(peer);
        gobgp.ask("neighbor", Bed.OURS, "shutdown", "--reason", "leaf upgrade");
        ours.untilLastError(peer, "leaf upgrade");
    }

    @Test
    void aRefreshBringsEverythingAgain() throws Exception {
        Gobgp gobgp = Gobgp.start(bed, US);
        gobgp.ask("global", "rib", "add", "10.2.0.1/32", "nexthop", "10.8.0.2");
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        bed.until("we have its route", () -> ours.learned(V4).size() == 1);
        long before = ours.status(peer).counters().orElseThrow().prefixesAnnounced();
        assertThat(ours.server
                        .ask((speaker, now) -> speaker.requestRefresh(peer, V4, now))
                        .join())
                .isTrue();
        bed.until(
                "GoBGP has sent again",
                () -> ours.status(peer).counters().orElseThrow().prefixesAnnounced() > before);
        gobgp.ask("global", "rib", "del", "10.2.0.1/32", "nexthop", "10.8.0.2");
        bed.until("it is withdrawn", () -> ours.learned(V4).isEmpty());
    }

    @Test
    void gobgpKeepsOurRoutesWhileWeRestart() throws Exception {
        ours.close();
        Gobgp gobgp = Gobgp.start(bed, US.restartingWithin(60));
        Ours first = Ours.start(bed);
        first.originate(MINE.subList(0, 50));
        int peer = first.add(Ours.with(first.daemon(), each -> each.withRestart(RestartConfig.DEFAULT)));
        first.untilEstablished(peer);
        bed.until("GoBGP has all of ours", () -> gobgp.table().size() == 50);
        first.close();
        bed.until(
                "GoBGP calls them stale", () -> gobgp.ask("-j", "global", "rib").contains("\"stale\":true"));
        Ours second = Ours.start(bed, Ours.AS, Bed.OURS, true);
        second.originate(MINE.subList(0, 20));
        second.untilEstablished(
                second.add(Ours.with(second.daemon(), each -> each.withRestart(RestartConfig.DEFAULT))));
        bed.until("GoBGP has what we still announce", () -> gobgp.table().size() == 20);
    }
}
