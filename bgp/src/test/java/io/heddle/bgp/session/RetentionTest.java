package io.heddle.bgp.session;

import static io.heddle.bgp.session.Peers.CONFIG;
import static io.heddle.bgp.session.Peers.HIGHER_ID;
import static io.heddle.bgp.session.Peers.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.Capability;
import io.heddle.bgp.wire.NotificationReason;
import java.time.Duration;
import java.util.List;
import java.util.SequencedSet;
import org.junit.jupiter.api.Test;

/** Which routes stay while a peer is away: RFC 4724, 8538, 9494. */
class RetentionTest {

    private static final AddressFamilyId V4 = AddressFamilyId.IPV4_UNICAST;
    private static final SessionConfig HELPER = CONFIG.withRestart(Peers.LONG_LIVED);
    private static final SessionEvent LOST = new SessionEvent.ConnectionLost(1, "reset");

    private static SequencedSet<AddressFamilyId> kept(Peers peer) {
        return peer.last.effects().stream()
                .filter(Effect.Down.class::isInstance)
                .map(each -> ((Effect.Down) each).kept())
                .findFirst()
                .orElseThrow();
    }

    private static Capability longLived(int seconds) {
        return new Capability.LongLivedGracefulRestart(
                List.of(new Capability.LongLivedGracefulRestart.StaleFamily(V4, true, seconds)));
    }

    @Test
    void aLostConnectionKeepsRoutesForTheRestartTime() {
        Peers peer = Peers.established(HELPER, Peers.restart(20, false)).on(LOST);
        assertThat(kept(peer)).containsExactly(V4);
        peer.waits(Duration.ofSeconds(20)).ticks(0);
        assertThat(peer.last.effects()).contains(new Effect.Flush(V4));
        assertThat(peer.session.stale()).isEmpty();
    }

    @Test
    void withoutTheCapabilityNothingStays() {
        assertThat(kept(Peers.established(HELPER).on(LOST))).isEmpty();
        assertThat(kept(Peers.established(CONFIG, Peers.restart(20, false)).on(LOST)))
                .isEmpty();
    }

    @Test
    void aNotificationEndsItUnlessBothSaidOtherwise() {
        SessionEvent reset = new SessionEvent.Received(1, Notification.of(NotificationReason.ADMINISTRATIVE_RESET));
        assertThat(kept(Peers.established(HELPER, Peers.restart(20, false)).on(reset)))
                .isEmpty();
        assertThat(kept(Peers.established(HELPER, Peers.restart(20, true)).on(reset)))
                .containsExactly(V4);
    }

    @Test
    void aHardResetEndsItAlways() {
        Notification inner = Notification.of(NotificationReason.ADMINISTRATIVE_SHUTDOWN);
        Peers peer = Peers.established(HELPER, Peers.restart(20, true));
        assertThat(kept(peer.receives(1, inner.asHardReset()))).isEmpty();
    }

    @Test
    void ourShutdownIsAHardResetWhereTheOtherSideKnowsIt() {
        SessionEvent stop = new SessionEvent.Stop(
                Notification.withText(NotificationReason.ADMINISTRATIVE_SHUTDOWN, "moving"),
                true,
                SessionEvent.Stop.FOR_EVER);
        Peers knows = Peers.established(HELPER, Peers.restart(20, true)).on(stop);
        assertThat(knows.notified()).containsExactly("6/9");
        assertThat(kept(knows)).isEmpty();
        assertThat(Peers.established(HELPER, Peers.restart(20, false)).on(stop).notified())
                .containsExactly("6/2");
    }

    @Test
    void anExpiredHoldTimerCountsAsRestartByNotification() {
        Peers peer = Peers.established(HELPER, Peers.restart(20, true));
        peer.waits(Duration.ofSeconds(90)).ticks(0);
        assertThat(kept(peer)).containsExactly(V4);
    }

    @Test
    void routesBecomeLongLivedForTheSmallerTime() {
        Peers peer = Peers.established(HELPER, Peers.restart(20, false), longLived(5000))
                .on(LOST);
        peer.waits(Duration.ofSeconds(20)).ticks(0);
        assertThat(peer.last.effects()).contains(new Effect.LongLived(V4));
        peer.waits(Duration.ofSeconds(999)).ticks(0);
        assertThat(peer.session.stale()).hasSize(1);
        peer.waits(Duration.ofSeconds(1)).ticks(0);
        assertThat(peer.last.effects()).contains(new Effect.Flush(V4));
    }

    @Test
    void aPeerThatIsBackIsGivenTimeUntilEndOfRib() {
        Peers peer = Peers.established(HELPER, Peers.restart(20, false)).on(LOST);
        comesBack(peer, Peers.restart(20, false));
        assertThat(peer.session.stale()).singleElement().satisfies(each -> assertThat(each.phase())
                .isEqualTo(StaleFamily.Phase.RESYNCING));
        peer.on(new SessionEvent.EndOfRib(V4));
        assertThat(peer.last.effects()).containsExactly(new Effect.Flush(V4));
        assertThat(peer.on(new SessionEvent.EndOfRib(V4)).last.effects()).isEmpty();
    }

    @Test
    void aPeerThatForgotItsForwardingStateLosesItsRoutesAtOnce() {
        Peers peer = Peers.established(HELPER, Peers.restart(20, false)).on(LOST);
        comesBack(peer, new Capability.GracefulRestart(true, false, 20, List.of()));
        assertThat(peer.last.effects().getFirst()).isEqualTo(new Effect.Flush(V4));
    }

    @Test
    void aSecondLossBeforeEndOfRibDropsWhatWasStale() {
        Peers peer = Peers.established(HELPER, Peers.restart(20, false)).on(LOST);
        comesBack(peer, Peers.restart(20, false));
        peer.on(new SessionEvent.ConnectionLost(2, "reset"));
        assertThat(peer.last.effects()).contains(new Effect.Flush(V4));
        assertThat(kept(peer)).containsExactly(V4);
    }

    @Test
    void theRestartBitIsSetUntilTheSessionIsUp() {
        Peers peer = new Peers(HELPER).on(new SessionEvent.Start(true)).on(new SessionEvent.Connected(1));
        assertThat(restartBit(peer)).isTrue();
        peer.receives(1, open(HIGHER_ID))
                .receives(1, new BgpMessage.Keepalive())
                .on(LOST);
        peer.wakes().on(new SessionEvent.Connected(2));
        assertThat(restartBit(peer)).isFalse();
    }

    private static boolean restartBit(Peers peer) {
        return ((BgpMessage.Open) peer.sent().getFirst())
                .capability(Capability.GracefulRestart.class)
                .orElseThrow()
                .restarting();
    }

    private static void comesBack(Peers peer, Capability theirs) {
        peer.wakes()
                .on(new SessionEvent.Accepted(2))
                .receives(2, open(HIGHER_ID, theirs))
                .receives(2, new BgpMessage.Keepalive());
    }
}
