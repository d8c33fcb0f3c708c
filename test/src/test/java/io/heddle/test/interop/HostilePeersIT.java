package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.model.net.Asn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers that mean no good: whatever they do, a good neighbour's session lasts and its routes stay. */
class HostilePeersIT {

    private static final AddressFamilyId V4 = AddressFamilyId.IPV4_UNICAST;
    private static final int GOOD_ROUTES = 1_000;

    private Bed bed;
    private Ours ours;
    private Ours good;
    private int goodPeer;
    private long goodSince;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with("/usr/sbin/ip");
        ours = Ours.start(bed);
        good = Ours.start(bed, new Asn(65003), "10.8.0.3", false);
        good.originate(Ours.hosts("10.3.0.0", GOOD_ROUTES));
        int there = good.add(good.peerOf(ours));
        goodPeer = ours.add(ours.peerOf(good));
        ours.untilEstablished(goodPeer);
        good.untilEstablished(there);
        bed.until("the good routes are there", () -> ours.learned(V4).size() == GOOD_ROUTES);
        goodSince = since();
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    private long since() {
        return ((SessionState.Established) ours.status(goodPeer).state()).since();
    }

    private void assertThatTheGoodNeighbourIsUntouched() {
        assertThat(since()).isEqualTo(goodSince);
        assertThat(ours.received(goodPeer, V4)).isEqualTo(GOOD_ROUTES);
        assertThat(good.status(0).isEstablished()).isTrue();
    }

    /** Waits for the other to connect. */
    private SpeakerPeer passive(UnaryOperator<SessionTimers> timers) {
        return Ours.with(ours.daemon(), each -> timed(each, timers).withPassive());
    }

    private static SessionConfig timed(SessionConfig session, UnaryOperator<SessionTimers> timers) {
        return session.withTimers(timers.apply(session.timers()));
    }

    @Test
    void tenThousandConnectionsFromOneAddress() throws Exception {
        int peer = ours.add(passive(each -> each));
        List<RawPeer> all = RawPeer.connect(bed, 10_000);
        bed.until("most are refused", () -> ours.server.refusedConnections() > 9_000);
        // Two a session that collides; and what was closed is given time to hear why.
        assertThat(ours.server.acceptedConnections()).isLessThanOrEqualTo(8 + 1);
        close(all);
        bed.until("there is room again", () -> ours.server.acceptedConnections() <= 1);
        try (RawPeer decent = RawPeer.connect(bed)) {
            decent.establish();
            ours.untilEstablished(peer);
        }
        assertThatTheGoodNeighbourIsUntouched();
    }

    private static void close(List<RawPeer> all) throws IOException {
        for (RawPeer each : all) {
            each.close();
        }
    }

    @Test
    void anOpenThatComesOctetByOctetIsNotWaitedFor() throws Exception {
        int peer = ours.add(passive(each -> each.withOpenHold(Duration.ofSeconds(1))));
        byte[] open = RawPeer.bytes(RawPeer.open());
        try (RawPeer slow = RawPeer.connect(bed)) {
            assertThat(slow.next()).isEqualTo(MessageFrame.OPEN);
            int[] at = {0};
            bed.until("it is given up", () -> {
                if (at[0] < open.length - 1) {
                    slow.socket.getOutputStream().write(open[at[0]++]);
                }
                return ours.status(peer).lastError().isPresent();
            });
            assertThat(at[0]).isLessThan(open.length);
            assertThat(slow.next()).isEqualTo(MessageFrame.NOTIFICATION);
        } catch (SocketException e) {
            // It was closed while an octet was on its way: that will do.
            assertThat(ours.status(peer).lastError()).isPresent();
        }
        assertThat(ours.status(peer).lastError().orElseThrow()).contains("no OPEN within 1 s");
        assertThatTheGoodNeighbourIsUntouched();
    }

    @Test
    void aPeerThatReadsNothingIsGivenUpAndHoldsNobodyUp() throws Exception {
        int peer = ours.add(passive(each -> each.withHoldTime(0).withSendHold(Duration.ofSeconds(2))));
        try (RawPeer deaf = RawPeer.connect(bed)) {
            deaf.establish();
            ours.untilEstablished(peer);
            ours.originate(Ours.hosts("10.64.0.0", 500_000));
            bed.until("the good neighbour has all", () -> good.received(0, V4) == 500_000);
            ours.untilLastError(peer, "RFC 9687");
        }
        assertThatTheGoodNeighbourIsUntouched();
    }

    @Test
    void aPeerThatFlapsAHundredTimesASecondIsDamped() throws Exception {
        int peer = ours.add(passive(each -> each.withIdleHold(Duration.ofMillis(500), Duration.ofSeconds(10))));
        int ups = 0;
        int tries = 300;
        for (int i = 0; i < tries; i++) {
            try (RawPeer flapping = RawPeer.connect(bed)) {
                flapping.establish();
                ups++;
                flapping.send(new BgpMessage.Keepalive());
            } catch (IOException | UncheckedIOException e) {
                // Refused: it is held idle.
            }
        }
        assertThat(ups).isPositive().isLessThan(tries / 10);
        assertThat(ours.status(peer).failures()).isPositive();
        assertThatTheGoodNeighbourIsUntouched();
    }
}
