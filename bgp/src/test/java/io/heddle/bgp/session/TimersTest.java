package io.heddle.bgp.session;

import static io.heddle.bgp.session.Peers.CONFIG;
import static io.heddle.bgp.session.Peers.HIGHER_ID;
import static io.heddle.bgp.session.Peers.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.SessionState.Active;
import io.heddle.bgp.session.SessionState.Connect;
import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.Idle;
import io.heddle.bgp.session.SessionState.OpenConfirm;
import io.heddle.bgp.session.SessionState.OpenDelayed;
import io.heddle.bgp.session.SessionState.OpenSent;
import io.heddle.bgp.wire.BgpMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimersTest {

    private static SessionConfig with(SessionTimers timers) {
        return CONFIG.withTimers(timers);
    }

    @Test
    void connectRetryTriesAgain() {
        Peers peer = Peers.inState(Connect.class, CONFIG, open(HIGHER_ID));
        peer.wakes();
        assertThat(peer.last.effects()).containsExactly(new Effect.StopDialing(), new Effect.Dial());
        assertThat(peer.session.state()).isInstanceOf(Connect.class);
    }

    @Test
    void aFailedConnectIsTriedAgainFromActive() {
        Peers peer = Peers.inState(Active.class, CONFIG, open(HIGHER_ID));
        peer.wakes();
        assertThat(peer.last.effects()).containsExactly(new Effect.Dial());
        assertThat(peer.session.state()).isInstanceOf(Connect.class);
    }

    @Test
    void aPassivePeerIsNeverConnectedTo() {
        Peers peer = Peers.inState(Active.class, CONFIG.withPassive(), open(HIGHER_ID));
        assertThat(peer.session.wakeAt()).isEqualTo(SessionState.NEVER);
    }

    @Test
    void connectRetryIsBetweenThreeQuartersAndTheWholeAndVaries() {
        Set<Long> waits = new TreeSet<>();
        Peers peer = Peers.inState(Connect.class, CONFIG, open(HIGHER_ID));
        for (int i = 0; i < 100; i++) {
            waits.add(peer.session.wakeAt() - peer.now);
            peer.wakes();
        }
        long whole = SessionTimers.DEFAULT.connectRetry().toNanos();
        assertThat(waits)
                .allMatch(each -> each >= whole * 3 / 4 && each <= whole)
                .hasSizeGreaterThan(90);
    }

    @Test
    void ourOpenLeavesAfterTheDelay() {
        Peers peer = Peers.inState(
                OpenDelayed.class, with(SessionTimers.DEFAULT.withDelayOpen(Duration.ofSeconds(10))), open(HIGHER_ID));
        assertThat(peer.sent()).isEmpty();
        peer.wakes();
        assertThat(peer.sent()).hasOnlyElementsOfType(BgpMessage.Open.class).hasSize(1);
        assertThat(peer.session.state()).isInstanceOf(OpenSent.class);
    }

    @Test
    void thePeersOpenEndsTheDelay() {
        Peers peer = Peers.inState(
                OpenConfirm.class, with(SessionTimers.DEFAULT.withDelayOpen(Duration.ofSeconds(10))), open(HIGHER_ID));
        assertThat(peer.sent().stream().map(Object::getClass).toList())
                .isEqualTo(List.of(BgpMessage.Open.class, BgpMessage.Keepalive.class));
    }

    @Test
    void anOpenThatDoesNotComeEndsTheConnection() {
        Peers peer = Peers.inState(OpenSent.class, CONFIG, open(HIGHER_ID));
        peer.waits(SessionTimers.DEFAULT.openHold()).ticks(0);
        assertThat(peer.notified()).containsExactly("4/0");
        assertThat(peer.session.state()).isInstanceOf(Idle.class);
    }

    @Test
    void theSmallerHoldTimeCounts() {
        Peers peer = Peers.inState(Established.class, with(SessionTimers.DEFAULT.withHoldTime(30)), open(HIGHER_ID));
        long since = peer.now;
        peer.waits(Duration.ofMillis(29_999)).ticks(since);
        assertThat(peer.session.state()).isInstanceOf(Established.class);
        peer.waits(Duration.ofMillis(1)).ticks(since);
        assertThat(peer.session.state()).isInstanceOf(Idle.class);
        assertThat(peer.notified()).containsExactly("4/0");
    }

    @Test
    void whatWasReceivedPutsTheHoldTimerOff() {
        Peers peer = Peers.established(CONFIG);
        peer.waits(Duration.ofSeconds(89));
        long received = peer.now;
        peer.waits(Duration.ofSeconds(89)).ticks(received);
        assertThat(peer.session.state()).isInstanceOf(Established.class);
        peer.waits(Duration.ofSeconds(1)).ticks(received);
        assertThat(peer.session.state()).isInstanceOf(Idle.class);
    }

    @Test
    void withoutHoldTimeNothingExpiresAndNothingIsSent() {
        Peers peer =
                Peers.established(with(SessionTimers.DEFAULT.withHoldTime(0).withSendHold(Duration.ZERO)));
        assertThat(peer.session.wakeAt()).isEqualTo(SessionState.NEVER);
        peer.waits(Duration.ofDays(365)).ticks(0);
        assertThat(peer.session.state()).isInstanceOf(Established.class);
        assertThat(peer.last.effects()).isEmpty();
    }

    @Test
    void withoutHoldTimeOpenConfirmEndsAllTheSame() {
        Peers peer = Peers.inState(OpenConfirm.class, with(SessionTimers.DEFAULT.withHoldTime(0)), open(HIGHER_ID));
        peer.waits(SessionTimers.DEFAULT.openHold()).ticks(0);
        assertThat(peer.session.state()).isInstanceOf(Idle.class);
    }

    @Test
    void keepalivesLeaveEveryThirdOfTheHoldTime() {
        Peers peer = Peers.established(with(SessionTimers.DEFAULT.withHoldTime(3)));
        List<Duration> waits = new ArrayList<>();
        long lastSent = peer.now;
        for (int i = 0; i < 10; i++) {
            peer.now = peer.session.wakeAt();
            peer.on(new SessionEvent.Tick(peer.now, lastSent, peer.now));
            if (!peer.sent().isEmpty()) {
                waits.add(Duration.ofNanos(peer.now - lastSent));
                lastSent = peer.now;
            }
        }
        assertThat(waits).hasSizeGreaterThan(5).allSatisfy(each -> assertThat(each)
                .isBetween(Duration.ofMillis(750), Duration.ofSeconds(1)));
    }

    @Test
    void anUpdateThatWasSentPutsTheKeepaliveOff() {
        Peers peer = Peers.established(CONFIG);
        peer.now = peer.session.wakeAt();
        peer.on(new SessionEvent.Tick(peer.now, peer.now - 1, peer.now));
        assertThat(peer.sent()).isEmpty();
        assertThat(peer.session.wakeAt()).isGreaterThan(peer.now);
    }

    @Test
    void steadyKeepalivesLeaveOnTimeWhateverElseIsSent() {
        Peers peer =
                Peers.established(with(SessionTimers.DEFAULT.withHoldTime(9).withSteadyKeepalives()));
        long begin = peer.now;
        for (int i = 1; i <= 3; i++) {
            peer.now = peer.session.wakeAt();
            peer.on(new SessionEvent.Tick(peer.now, peer.now - 1, peer.now));
            assertThat(peer.sent()).containsExactly(new BgpMessage.Keepalive());
            assertThat(peer.now - begin).isEqualTo(Duration.ofSeconds(3L * i).toNanos());
        }
    }

    @Test
    void openConfirmSendsKeepalivesToo() {
        Peers peer = Peers.inState(OpenConfirm.class, CONFIG, open(HIGHER_ID));
        peer.wakes();
        assertThat(peer.sent()).containsExactly(new BgpMessage.Keepalive());
    }

    @Test
    void aPeerThatTakesNothingIsGivenUp() {
        Peers peer = Peers.established(CONFIG);
        long stuck = peer.now;
        peer.waits(Duration.ofMinutes(8));
        peer.on(new SessionEvent.Tick(peer.now, peer.now, stuck));
        assertThat(peer.session.state()).isInstanceOf(Idle.class);
        assertThat(peer.last.reason()).contains("RFC 9687");
    }

    @Test
    void idleHoldDoublesUpToItsLimit() {
        Peers peer = new Peers(CONFIG);
        peer.on(new SessionEvent.Start(false));
        List<Long> holds = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            peer.on(new SessionEvent.Connected(i)).receives(i, new BgpMessage.Keepalive());
            holds.add(peer.session.wakeAt() - peer.now);
            peer.wakes();
        }
        assertThat(holds.get(0)).isBetween(750_000_000L, 1_000_000_000L);
        assertThat(holds.get(3)).isBetween(6_000_000_000L, 8_000_000_000L);
        assertThat(holds.get(11)).isBetween(90_000_000_000L, 120_000_000_000L);
    }

    @Test
    void aSessionThatWasStableStartsOver() {
        Peers peer = Peers.established(CONFIG);
        peer.session = new Session(peer.session.state(), null, false, 10, false, List.of(), null, peer.session.dice());
        peer.waits(SessionTimers.DEFAULT.stableAfter()).on(new SessionEvent.ConnectionLost(1, "reset"));
        assertThat(peer.session.failures()).isEqualTo(1);
    }
}
