package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.session.FamilyConfig;
import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes between our speaker and FRR. */
class FrrRoutesIT {

    private static final AddressFamilyId V4 = AddressFamilyId.IPV4_UNICAST;
    private static final AddressFamilyId V6 = AddressFamilyId.IPV6_UNICAST;
    private static final List<Prefix> MINE = Ours.hosts("10.1.0.0", 10_000);
    private static final List<Prefix> THEIRS = Ours.hosts("10.2.0.0", 10_000);

    private Bed bed;
    private Ours ours;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Frr.BGPD, Frr.ZEBRA);
        ours = Ours.start(bed);
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    private static SortedSet<Entry> theirs(List<Prefix> prefixes, String nextHop) {
        SortedSet<Entry> entries = new TreeSet<>();
        prefixes.forEach(each -> entries.add(new Entry(each.toString(), nextHop, "65002", "IGP", 0, List.of())));
        return entries;
    }

    @Test
    void tenThousandRoutesEachWayAreTheSameOnBothSides() throws Exception {
        Frr frr = Frr.start(
                bed,
                FrrConfig.neighbor(Bed.OURS).ipv4("neighbor 10.8.0.1 activate").networks(THEIRS));
        ours.originate(MINE);
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);

        bed.until("we have all of theirs", () -> ours.learned(V4).size() == THEIRS.size());
        bed.until("FRR has all of ours", () -> frr.from(Bed.OURS, "ipv4").size() == MINE.size());
        assertThat(frr.from(Bed.OURS, "ipv4")).isEqualTo(Ours.withoutCommunities(ours.announced(MINE, Bed.OURS)));
        assertThat(ours.learned(V4)).isEqualTo(theirs(THEIRS, Bed.THEIRS));
        assertThat(frr.json("show bgp ipv4 unicast 10.1.0.110/32")
                        .items("paths")
                        .getFirst()
                        .find("community")
                        .orElseThrow()
                        .text("string"))
                .contains("65001:1");

        ours.withdraw(MINE.subList(0, 9_000));
        bed.until("FRR has what is left", () -> frr.from(Bed.OURS, "ipv4").size() == 1_000);
        frr.ask("configure terminal", "router bgp 65002", "address-family ipv4 unicast", "no network 10.2.0.7/32");
        bed.until("we have one less", () -> ours.learned(V4).size() == THEIRS.size() - 1);
        assertThat(ours.learned(V4)).extracting(Entry::prefix).doesNotContain("10.2.0.7/32");
    }

    @Test
    void ipv6RoutesTravelOverIpv6() throws Exception {
        List<Prefix> mine = Ours.hosts("fd01::", 1_000);
        List<Prefix> theirs = Ours.hosts("fd02::", 1_000);
        Frr frr = Frr.start(
                bed,
                FrrConfig.neighbor("fd08::1").ipv6("neighbor fd08::1 activate").networks(theirs));
        ours.originate(mine);
        int peer = ours.add(ours.daemon(
                TransportConfig.of(IpAddress.parse("fd08::2")).withLocalAddress(IpAddress.parse("fd08::1")),
                AddressFamily.IPV6_UNICAST));
        ours.untilEstablished(peer);

        bed.until("FRR has all of ours", () -> frr.from("fd08::1", "ipv6").size() == mine.size());
        bed.until("we have all of theirs", () -> ours.learned(V6).size() == theirs.size());
        assertThat(frr.from("fd08::1", "ipv6")).isEqualTo(Ours.withoutCommunities(ours.announced(mine, "fd08::1")));
        assertThat(ours.learned(V6)).isEqualTo(theirs(theirs, "fd08::2"));
    }

    @Test
    void ipv4RoutesTravelOverIpv6WithIpv6NextHops() throws Exception {
        Frr frr = Frr.start(
                bed,
                FrrConfig.neighbor("fd08::1")
                        .router("neighbor fd08::1 capability extended-nexthop")
                        .ipv4("neighbor fd08::1 activate")
                        .networks(THEIRS.subList(0, 100)));
        List<Prefix> mine = MINE.subList(0, 100);
        ours.originate(mine);
        int peer = ours.add(ours.daemon(
                TransportConfig.of(IpAddress.parse("fd08::2")).withLocalAddress(IpAddress.parse("fd08::1")),
                AddressFamily.IPV4_UNICAST));
        ours.untilEstablished(peer);

        assertThat(ours.negotiated(peer).ipv6NextHop()).containsExactly(V4);
        bed.until("FRR has all of ours", () -> frr.from("fd08::1", "ipv4").size() == mine.size());
        bed.until("we have all of theirs", () -> ours.learned(V4).size() == 100);
        assertThat(frr.from("fd08::1", "ipv4")).isEqualTo(Ours.withoutCommunities(ours.announced(mine, "fd08::1")));
        assertThat(ours.learned(V4)).isEqualTo(theirs(THEIRS.subList(0, 100), "fd08::2"));
    }

    @Test
    void linkLocalAddressesAreEnough() throws Exception {
        Frr frr = Frr.start(
                bed,
                FrrConfig.neighbor("fe80::1")
                        .router("neighbor fe80::1 interface eth0")
                        .router("neighbor fe80::1 capability extended-nexthop")
                        .ipv4("neighbor fe80::1 activate")
                        .networks(THEIRS.subList(0, 10)));
        ours.originate(MINE.subList(0, 10));
        int peer = ours.add(ours.daemon(
                TransportConfig.of(IpAddress.parse("fe80::2")).withInterface("eth0"), AddressFamily.IPV4_UNICAST));
        ours.untilEstablished(peer);

        bed.until("we have all of theirs", () -> ours.learned(V4).size() == 10);
        bed.until("FRR has all of ours", () -> frr.from("fe80::1", "ipv4").size() == 10);
        assertThat(frr.json("show bgp ipv4 unicast 10.1.0.0/32")
                        .items("paths")
                        .getFirst()
                        .is("valid"))
                .isTrue();
    }

    /**
     * FRR 8.4 answers a peer that knows the enhanced refresh (RFC 7313) only if that peer announces graceful restart too: otherwise it
     * never takes its own end of RIB for sent, and puts the answer off for ever (FRR issue 16126). BIRD and GoBGP answer either way.
     */
    @Test
    void ourRefreshBringsEverythingAgainWhereWeAnnounceGracefulRestart() throws Exception {
        Frr.start(
                bed,
                FrrConfig.neighbor(Bed.OURS).ipv4("neighbor 10.8.0.1 activate").networks(THEIRS.subList(0, 100)));
        int peer = ours.add(Ours.with(ours.daemon(), each -> each.withRestart(RestartConfig.DEFAULT)));
        ours.untilEstablished(peer);
        bed.until("we have all of theirs", () -> ours.learned(V4).size() == 100);
        long before = announced(peer);

        assertThat(ours.server
                        .ask((speaker, now) -> speaker.requestRefresh(peer, V4, now))
                        .join())
                .isTrue();
        bed.until("FRR has sent all of it again", () -> announced(peer) >= before + 100);
        assertThat(ours.learned(V4)).hasSize(100);
    }

    /** NLRI that were announced by a peer so far. */
    private long announced(int peer) {
        return ours.status(peer).counters().orElseThrow().prefixesAnnounced();
    }

    @Test
    void aRefreshBringsEverythingAgain() throws Exception {
        Frr frr = Frr.start(
                bed,
                FrrConfig.neighbor(Bed.OURS)
                        .ipv4("neighbor 10.8.0.1 activate", "neighbor 10.8.0.1 route-map IN in")
                        .networks(THEIRS.subList(0, 100)));
        frr.ask("configure terminal", "route-map IN permit 10");
        List<Prefix> mine = MINE.subList(0, 500);
        ours.originate(mine);
        ours.untilEstablished(ours.add(ours.daemon()));
        bed.until("FRR has all of ours", () -> frr.from(Bed.OURS, "ipv4").size() == mine.size());

        frr.ask("configure terminal", "route-map IN permit 10", "set metric 777");
        frr.ask("clear bgp ipv4 unicast 10.8.0.1 in");
        bed.until("FRR has judged all of ours again", () -> frr.from(Bed.OURS, "ipv4").stream()
                .allMatch(each -> each.med() == 777));
        assertThat(frr.from(Bed.OURS, "ipv4")).hasSize(mine.size());
    }

    @Test
    void extendedMessagesCarryMoreAtOnce() throws Exception {
        Frr frr = Frr.start(bed, FrrConfig.neighbor(Bed.OURS).ipv4("neighbor 10.8.0.1 activate"));
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        assertThat(ours.negotiated(peer).sendExtended()).isTrue();
        long before = received(frr);
        ours.server
                .tell((speaker, now) ->
                        speaker.originate(MINE, AttributeSet.of(PathAttributes.originated(Origin.IGP), null), now))
                .join();
        bed.until("FRR has all of ours", () -> frr.from(Bed.OURS, "ipv4").size() == MINE.size());
        // 5 octets a prefix: a message of 65,535 octets holds all of them, of 4,096 it takes 13 or more.
        assertThat(received(frr) - before).isLessThan(10);
    }

    private static long received(Frr frr) throws Exception {
        return frr.neighbor(Bed.OURS)
                .find("messageStats")
                .orElseThrow()
                .number("updatesRecv")
                .orElseThrow();
    }

    @Test
    void severalPathsOfAPrefixComeWithAddPath() throws Exception {
        Frr frr = Frr.start(
                bed,
                FrrConfig.neighbor(Bed.OURS)
                        .and("10.8.0.3", 65003)
                        .and("10.8.0.4", 65004)
                        .ipv4(
                                "neighbor 10.8.0.1 activate",
                                "neighbor 10.8.0.3 activate",
                                "neighbor 10.8.0.4 activate",
                                "neighbor 10.8.0.1 addpath-tx-all-paths"));
        List<Prefix> shared = MINE.subList(0, 50);
        for (int host : List.of(3, 4)) {
            Ours other = Ours.start(bed, new Asn(65000 + host), "10.8.0." + host, false);
            other.originate(shared);
            other.untilEstablished(other.add(other.daemon()));
        }
        bed.until(
                "FRR has all paths",
                () -> frr.from("10.8.0.3", "ipv4").size() == 50
                        && frr.from("10.8.0.4", "ipv4").size() == 50);
        int peer = ours.add(Ours.with(
                ours.daemon(), each -> each.withFamilies(FamilyConfig.of(V4).withAddPath(true, true))));
        ours.untilEstablished(peer);

        assertThat(ours.negotiated(peer).addPathReceive()).containsExactly(V4);
        bed.until("we have every path", () -> ours.received(peer, V4) == 100);
        assertThat(ours.learned(V4)).hasSize(100);
        assertThat(ours.learned(V4)).extracting(Entry::asPath).containsOnly("65002 65003", "65002 65004");
    }
}
