package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.FamilyConfig;
import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.RoleConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.bgp.wire.Role;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our speaker and BIRD. */
class BirdIT {

    private static final AddressFamilyId V4 = AddressFamilyId.IPV4_UNICAST;
    private static final List<Prefix> MINE = Ours.hosts("10.1.0.0", 10_000);
    private static final List<Prefix> THEIRS = Ours.hosts("10.2.0.0", 10_000);
    private static final List<String> NOTHING = List.of();
    private static final List<Prefix> NO_ROUTES = List.of();

    private Bed bed;
    private Ours ours;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Bird.BIRD, "/usr/sbin/birdc");
        ours = Ours.start(bed);
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    private static SortedSet<Entry> theirs(List<Prefix> prefixes) {
        SortedSet<Entry> entries = new TreeSet<>();
        prefixes.forEach(each -> entries.add(new Entry(each.toString(), Bed.THEIRS, "65002", "IGP", -1, List.of())));
        return entries;
    }

    private TransportConfig transport() {
        return TransportConfig.of(IpAddress.parse(Bed.THEIRS)).withLocalAddress(IpAddress.parse(Bed.OURS));
    }

    @Test
    void tenThousandRoutesEachWayAreTheSameOnBothSides() throws Exception {
        Bird bird = Bird.start(bed, NOTHING, NOTHING, THEIRS);
        ours.originate(MINE);
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);

        bed.until("we have all of theirs", () -> ours.learned(V4).size() == THEIRS.size());
        bed.until("BIRD has all of ours", () -> bird.fromUs().size() == MINE.size());
        assertThat(bird.fromUs()).isEqualTo(ours.announced(MINE, Bed.OURS));
        assertThat(ours.learned(V4)).isEqualTo(theirs(THEIRS));

        ours.withdraw(MINE.subList(0, 9_000));
        bed.until("BIRD has what is left", () -> bird.fromUs().size() == 1_000);
        bird.configure(NOTHING, NOTHING, THEIRS.subList(0, 10));
        bird.ask("configure");
        bed.until("we have what is left", () -> ours.learned(V4).size() == 10);
        assertThat(ours.learned(V4)).isEqualTo(theirs(THEIRS.subList(0, 10)));
    }

    @Test
    void weConnectToAPassiveBird() throws Exception {
        Bird.start(bed, List.of("passive"), NOTHING, NO_ROUTES);
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        assertThat(outgoing(peer)).isTrue();
    }

    @Test
    void birdConnectsToUsWhenWeArePassive() throws Exception {
        Bird.start(bed, NOTHING, NOTHING, NO_ROUTES);
        int peer = ours.add(Ours.with(ours.daemon(), SessionConfig::withPassive));
        ours.untilEstablished(peer);
        assertThat(outgoing(peer)).isFalse();
    }

    private boolean outgoing(int peer) {
        return ((SessionState.Established) ours.status(peer).state()).outgoing();
    }

    @Test
    void aRefreshBringsEverythingAgain() throws Exception {
        Bird bird = Bird.start(bed, NOTHING, NOTHING, THEIRS.subList(0, 100));
        List<Prefix> mine = MINE.subList(0, 200);
        ours.originate(mine);
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        bed.until("BIRD has all of ours", () -> bird.fromUs().size() == mine.size());
        // The new filter asks us to send again.
        bird.configure(NOTHING, List.of("import filter { bgp_med = 777; accept; }"), THEIRS.subList(0, 100));
        bird.ask("configure soft");
        bird.ask("reload in ours");
        bed.until("BIRD has judged all of ours again", () -> bird.fromUs().stream()
                .allMatch(each -> each.med() == 777));
        assertThat(bird.fromUs()).hasSize(mine.size());

        bed.until("we have all of theirs", () -> ours.learned(V4).size() == 100);
        long before = ours.status(peer).counters().orElseThrow().prefixesAnnounced();
        assertThat(ours.negotiated(peer).enhancedRefresh()).isTrue();
        assertThat(ours.server
                        .ask((speaker, now) -> speaker.requestRefresh(peer, V4, now))
                        .join())
                .isTrue();
        bed.until(
                "BIRD has sent again",
                () -> ours.status(peer).counters().orElseThrow().prefixesAnnounced() >= before + 100);
        assertThat(ours.learned(V4)).isEqualTo(theirs(THEIRS.subList(0, 100)));
    }

    @Test
    void extendedMessagesAreAgreedOn() throws Exception {
        Bird bird = Bird.start(bed, List.of("enable extended messages on"), NOTHING, THEIRS);
        ours.originate(MINE);
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        assertThat(ours.negotiated(peer).sendExtended()).isTrue();
        bed.until("we have all of theirs", () -> ours.learned(V4).size() == THEIRS.size());
        bed.until("BIRD has all of ours", () -> bird.fromUs().size() == MINE.size());
    }

    @Test
    void severalPathsOfAPrefixGoWithAddPathBothWays() throws Exception {
        Bird bird = Bird.start(bed, NOTHING, List.of("add paths on"), THEIRS.subList(0, 10));
        List<Prefix> shared = Ours.hosts("10.1.0.0", 20);
        int peer = ours.add(Ours.with(
                ours.daemon(), each -> each.withFamilies(FamilyConfig.of(V4).withAddPath(true, true))));
        for (int host : List.of(3, 4)) {
            Ours other = Ours.start(bed, new Asn(65000 + host), "10.8.0." + host, false);
            other.originate(shared);
            int there = other.add(other.peerOf(ours));
            ours.untilEstablished(ours.add(ours.peerOf(other)));
            other.untilEstablished(there);
        }
        ours.untilEstablished(peer);
        assertThat(ours.negotiated(peer).addPathSend()).containsExactly(V4);
        assertThat(ours.negotiated(peer).addPathReceive()).containsExactly(V4);
        bed.until("BIRD has every path", () -> bird.fromUs().size() == 40);
        assertThat(bird.fromUs()).extracting(Entry::asPath).containsOnly("65001 65003", "65001 65004");
        bed.until("we have all of theirs", () -> ours.received(peer, V4) == 10);
    }

    @Test
    void md5AndTtlSecurityTogether() throws Exception {
        Bird.start(bed, List.of("password \"weaver\"", "ttl security on"), NOTHING, NO_ROUTES);
        int peer = ours.add(ours.daemon(transport().withPassword("weaver").withHops(1, true)));
        ours.untilEstablished(peer);
    }

    @Test
    void shutdownTextsAreSeenBothWays() throws Exception {
        Bird bird = Bird.start(bed, NOTHING, NOTHING, NO_ROUTES);
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        ours.reset(peer, NotificationReason.ADMINISTRATIVE_SHUTDOWN, "rack 7 moves", Duration.ofSeconds(1));
        bed.until("BIRD has the text", () -> Files.readString(bed.directory.resolve("bird.log"))
                .contains("rack 7 moves"));
        ours.untilEstablished(peer);
        bird.ask("disable ours \"leaf upgrade\"");
        ours.untilLastError(peer, "administrative shutdown (6/2): leaf upgrade");
    }

    @Test
    void silenceEndsTheSessionAfterTheHoldTime() throws Exception {
        Bird bird = Bird.start(bed, NOTHING, NOTHING, NO_ROUTES);
        int peer = ours.add(
                Ours.with(ours.daemon(), each -> each.withTimers(each.timers().withHoldTime(3))));
        ours.untilEstablished(peer);
        bed.cut();
        ours.untilLastError(peer, "nothing received within the hold time of 3 s");
        bed.until("BIRD has noticed too", () -> !bird.session().contains("Established"));
        bed.mend();
        ours.untilEstablished(peer);
    }

    @Test
    void routesOfARestartingBirdStayUntilItHasSentThemAgain() throws Exception {
        List<String> restart = List.of("graceful restart on", "graceful restart time 60");
        Bird bird = Bird.start(bed, restart, NOTHING, THEIRS.subList(0, 50));
        int peer = ours.add(Ours.with(ours.daemon(), each -> each.withRestart(RestartConfig.DEFAULT)));
        ours.untilEstablished(peer);
        bed.until("we have all of theirs", () -> ours.learned(V4).size() == 50);
        bird.kill();
        ours.untilDown(peer);
        assertThat(ours.learned(V4)).hasSize(50);
        bird.configure(restart, NOTHING, THEIRS.subList(0, 40));
        bird.startAgain();
        ours.untilEstablished(peer);
        bed.until("what did not come again is gone", () -> ours.learned(V4).size() == 40);
    }

    @Test
    void birdKeepsOurRoutesWhileWeRestartAndLongAfter() throws Exception {
        ours.close();
        Bird bird =
                Bird.start(bed, List.of("graceful restart on", "long lived graceful restart on"), NOTHING, NO_ROUTES);
        RestartConfig restart = RestartConfig.DEFAULT.withRestartTime(1).withLongLived(V4, 3600);
        Ours first = Ours.start(bed);
        first.originate(MINE.subList(0, 50));
        first.untilEstablished(first.add(Ours.with(first.daemon(), each -> each.withRestart(restart))));
        bed.until("BIRD has all of ours", () -> bird.fromUs().size() == 50);
        first.close();
        bed.until("BIRD has made them long-lived", () -> bird.ask("show route protocol ours all")
                .contains("(65535,6)"));
        assertThat(bird.fromUs()).hasSize(50);
        Ours second = Ours.start(bed, Ours.AS, Bed.OURS, true);
        second.originate(MINE.subList(0, 20));
        second.untilEstablished(second.add(Ours.with(second.daemon(), each -> each.withRestart(restart))));
        bed.until("BIRD has what we still announce", () -> bird.fromUs().size() == 20);
    }

    @Test
    void rolesMustGoTogether() throws Exception {
        Bird.start(bed, List.of("local role customer", "require roles on"), NOTHING, NO_ROUTES);
        int peer = ours.add(Ours.with(ours.daemon(), each -> each.withRole(new RoleConfig(Role.PROVIDER, true))));
        ours.untilEstablished(peer);
        assertThat(ours.negotiated(peer).role()).isEqualTo(Role.CUSTOMER);
    }

    @Test
    void rolesThatDoNotGoTogetherAreRefused() throws Exception {
        Bird.start(bed, List.of("local role peer", "passive"), NOTHING, NO_ROUTES);
        int peer = ours.add(Ours.with(ours.daemon(), each -> each.withRole(new RoleConfig(Role.PROVIDER, true))));
        ours.untilLastError(peer, "role mismatch (2/11)");
        assertThat(ours.status(peer).isEstablished()).isFalse();
    }
}
