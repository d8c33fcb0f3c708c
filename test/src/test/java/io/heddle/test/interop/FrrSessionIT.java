package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.FamilyConfig;
import io.heddle.bgp.session.RemoteAs;
import io.heddle.bgp.session.RoleConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.DynamicPeers;
import io.heddle.bgp.speaker.PeerStatus;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.bgp.wire.Role;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session with FRR: how it comes up, what ends it, and what either side says then. */
class FrrSessionIT {

    private static final AddressFamilyId V4 = AddressFamilyId.IPV4_UNICAST;

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

    private Frr frr(String... router) throws Exception {
        FrrConfig config = FrrConfig.neighbor(Bed.OURS).ipv4("neighbor 10.8.0.1 activate");
        for (String each : router) {
            config.router("neighbor 10.8.0.1 " + each);
        }
        return Frr.start(bed, config);
    }

    private TransportConfig transport() {
        return TransportConfig.of(IpAddress.parse(Bed.THEIRS)).withLocalAddress(IpAddress.parse(Bed.OURS));
    }

    private boolean outgoing(int peer) {
        return ((SessionState.Established) ours.status(peer).state()).outgoing();
    }

    @Test
    void weConnectToAPassiveFrr() throws Exception {
        frr("passive");
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        assertThat(outgoing(peer)).isTrue();
    }

    @Test
    void frrConnectsToUsWhenWeArePassive() throws Exception {
        frr();
        int peer = ours.add(Ours.with(ours.daemon(), SessionConfig::withPassive));
        ours.untilEstablished(peer);
        assertThat(outgoing(peer)).isFalse();
    }

    @Test
    void frrIsTakenAsADynamicPeer() throws Exception {
        frr();
        SessionConfig session =
                Ours.withShortTimers(SessionConfig.of(Ours.AS, IpAddress.parse(Bed.OURS), new RemoteAs.External(), V4));
        ours.server.addDynamicPeers(new DynamicPeers(
                Prefix.parse("10.8.0.0/24"),
                session,
                Ours.group("dynamic", AddressFamily.IPV4_UNICAST),
                RouteOptions.DEFAULT,
                5));
        bed.until("FRR is a peer", () -> ours.server.ask((speaker, _) -> speaker.peers()).join().stream()
                .anyMatch(PeerStatus::isEstablished));
    }

    @Test
    void bothSidesMayConnectAtOnce() throws Exception {
        frr();
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        for (int round = 0; round < 5; round++) {
            ours.reset(peer, NotificationReason.ADMINISTRATIVE_RESET, "again", Duration.ofMillis(1));
            ours.untilEstablished(peer);
        }
        // What was established stays so: neither side closes it for another connection.
        long since = ((SessionState.Established) ours.status(peer).state()).since();
        bed.until("it has lasted", () -> ours.server.ask((_, now) -> now).join() - since > 3_000_000_000L);
        assertThat(((SessionState.Established) ours.status(peer).state()).since())
                .isEqualTo(since);
    }

    @Test
    void ourShutdownTextIsSeenByFrr() throws Exception {
        Frr frr = frr();
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        ours.reset(peer, NotificationReason.ADMINISTRATIVE_SHUTDOWN, "rack 7 moves", Duration.ofHours(1));
        bed.until("FRR has the text", () -> frr.neighbor(Bed.OURS)
                .text("lastShutdownDescription")
                .filter("rack 7 moves"::equals)
                .isPresent());
    }

    @Test
    void theShutdownTextOfFrrIsSeenByUs() throws Exception {
        Frr frr = frr();
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        frr.ask("configure terminal", "router bgp 65002", "neighbor 10.8.0.1 shutdown message leaf upgrade");
        ours.untilLastError(peer, "administrative shutdown (6/2): leaf upgrade");
    }

    @Test
    void silenceEndsTheSessionAfterTheHoldTime() throws Exception {
        frr("timers 1 3");
        int peer = ours.add(ours.daemon());
        ours.untilEstablished(peer);
        assertThat(ours.negotiated(peer).holdTime()).isEqualTo(3);
        bed.cut();
        ours.untilLastError(peer, "nothing received within the hold time of 3 s");
        bed.mend();
        ours.untilEstablished(peer);
    }

    @Test
    void md5KeysMustAgree() throws Exception {
        Frr frr = frr("password weaver");
        int peer = ours.add(ours.daemon(transport().withPassword("weaver")));
        ours.untilEstablished(peer);
        frr.ask("configure terminal", "router bgp 65002", "neighbor 10.8.0.1 password other");
        ours.untilDown(peer);
        bed.until(
                "FRR is not up",
                () -> !frr.neighbor(Bed.OURS).text("bgpState").orElse("").equals("Established"));
        frr.ask("configure terminal", "router bgp 65002", "neighbor 10.8.0.1 password weaver");
        ours.untilEstablished(peer);
    }

    @Test
    void md5HoldsForConnectionsOfThePeerToo() throws Exception {
        frr("password weaver");
        int peer = ours.add(Ours.with(ours.daemon(transport().withPassword("weaver")), SessionConfig::withPassive));
        ours.untilEstablished(peer);
    }

    @Test
    void ttlSecurityHoldsBothWays() throws Exception {
        frr("ttl-security hops 1");
        int peer = ours.add(ours.daemon(transport().withHops(1, true)));
        ours.untilEstablished(peer);
        ours.reset(peer, NotificationReason.ADMINISTRATIVE_RESET, "again", Duration.ofMillis(1));
        ours.untilEstablished(peer);
    }

    @Test
    void asNumbersOfFourOctets() throws Exception {
        Ours far = Ours.start(bed, new Asn(4_200_000_003L), "10.8.0.3", false);
        Frr frr = Frr.start(bed, new FrrConfig().and("10.8.0.3", 4_200_000_003L).ipv4("neighbor 10.8.0.3 activate"));
        far.originate(Ours.hosts("10.1.0.0", 10));
        far.untilEstablished(far.add(far.daemon()));
        bed.until("FRR has our routes", () -> frr.from("10.8.0.3", "ipv4").size() == 10);
        assertThat(frr.from("10.8.0.3", "ipv4")).extracting(Entry::asPath).containsOnly("4200000003");
    }

    @Test
    void tooManyRoutesEndTheSession() throws Exception {
        Frr frr = Frr.start(
                bed,
                FrrConfig.neighbor(Bed.OURS).ipv4("neighbor 10.8.0.1 activate").networks(Ours.hosts("10.2.0.0", 101)));
        int peer = ours.add(Ours.with(
                ours.daemon(), each -> each.withFamilies(FamilyConfig.of(V4).withMaxPrefixes(100))));
        bed.until("FRR has heard why", () -> frr.neighbor(Bed.OURS)
                .text("lastErrorCodeSubcode")
                .filter("0601"::equals)
                .isPresent());
        assertThat(ours.status(peer).lastError()).isPresent();
    }

    @Test
    void tooManyOfOursEndTheSessionOfFrr() throws Exception {
        Frr frr = frr();
        frr.ask(
                "configure terminal",
                "router bgp 65002",
                "address-family ipv4 unicast",
                "neighbor 10.8.0.1 maximum-prefix 10");
        ours.originate(Ours.hosts("10.1.0.0", 50));
        int peer = ours.add(ours.daemon());
        ours.untilLastError(peer, "maximum number of prefixes reached (6/1)");
    }

    @Test
    void rolesMustGoTogether() throws Exception {
        Frr frr = frr("local-role customer");
        SpeakerPeer peer = ours.daemon();
        int provider = ours.add(Ours.with(peer, each -> each.withRole(new RoleConfig(Role.PROVIDER, true))));
        ours.untilEstablished(provider);
        assertThat(ours.negotiated(provider).role()).isEqualTo(Role.CUSTOMER);
        frr.ask("configure terminal", "router bgp 65002", "neighbor 10.8.0.1 local-role peer");
        frr.ask("clear bgp 10.8.0.1");
        ours.untilLastError(provider, "role mismatch (2/11)");
    }
}
