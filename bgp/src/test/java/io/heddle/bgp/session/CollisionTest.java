package io.heddle.bgp.session;

import static io.heddle.bgp.session.Peers.CONFIG;
import static io.heddle.bgp.session.Peers.HIGHER_ID;
import static io.heddle.bgp.session.Peers.LOWER_ID;
import static io.heddle.bgp.session.Peers.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.OnConnection;
import io.heddle.bgp.session.SessionState.OpenConfirm;
import io.heddle.bgp.session.SessionState.OpenSent;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 4271 section 6.8. Connection 1 is ours, connection 2 the peer's. */
class CollisionTest {

    private static final IpAddress ID_OF_ALL = Peers.LOCAL_ID;

    private static Peers both(SessionConfig config) {
        return Peers.inState(OpenSent.class, config, open(HIGHER_ID)).on(new SessionEvent.Accepted(2));
    }

    private static int connection(Peers peer) {
        assertThat(peer.session.rival()).isNull();
        return ((OnConnection) peer.session.state()).connection();
    }

    @Test
    void theHigherPeerKeepsItsConnectionWhicheverOpenComesFirst() {
        assertThat(connection(both(CONFIG).receives(2, open(HIGHER_ID)))).isEqualTo(2);
        Peers peer = both(CONFIG).receives(1, open(HIGHER_ID));
        assertThat(connection(peer)).isEqualTo(2);
        assertThat(peer.notified()).containsExactly("6/7");
        assertThat(peer.session.state()).isInstanceOf(OpenSent.class);
        assertThat(peer.receives(2, open(HIGHER_ID)).session.state()).isInstanceOf(OpenConfirm.class);
    }

    @Test
    void theLowerPeerLosesIts() {
        assertThat(connection(both(CONFIG).receives(2, open(LOWER_ID)))).isEqualTo(1);
        assertThat(connection(both(CONFIG).receives(1, open(LOWER_ID)))).isEqualTo(1);
    }

    @Test
    void theAsNumberDecidesBetweenEqualIdentifiers() {
        assertThat(connection(both(CONFIG).receives(1, open(ID_OF_ALL)))).isEqualTo(2);
        SessionConfig higher =
                SessionConfig.of(new Asn(65009), ID_OF_ALL, new RemoteAs.External(), AddressFamilyId.IPV4_UNICAST);
        assertThat(connection(both(higher).receives(1, open(ID_OF_ALL)))).isEqualTo(1);
    }

    @Test
    void aSecondConnectionInOpenConfirmWaitsForItsOpen() {
        Peers peer = Peers.inState(OpenConfirm.class, CONFIG, open(HIGHER_ID)).on(new SessionEvent.Accepted(2));
        assertThat(peer.session.rival()).isInstanceOf(OpenSent.class);
        assertThat(connection(peer.receives(2, open(HIGHER_ID)))).isEqualTo(2);
    }

    @Test
    void establishedEndsTheSecondConnection() {
        Peers peer = Peers.inState(OpenConfirm.class, CONFIG, open(HIGHER_ID))
                .on(new SessionEvent.Accepted(2))
                .receives(1, new BgpMessage.Keepalive());
        assertThat(connection(peer)).isEqualTo(1);
        assertThat(peer.last.effects())
                .startsWith(
                        new Effect.Send(
                                2, BgpMessage.Notification.of(NotificationReason.CONNECTION_COLLISION_RESOLUTION)),
                        new Effect.Close(2));
    }

    @Test
    void anEstablishedSessionRefusesAnotherConnection() {
        Peers peer = Peers.established(CONFIG).on(new SessionEvent.Accepted(2));
        assertThat(connection(peer)).isEqualTo(1);
        assertThat(peer.notified()).containsExactly("6/7");
    }

    @Test
    void aRestartedPeerReplacesItsEstablishedConnection() {
        Peers peer = Peers.established(CONFIG.withRestart(RestartConfig.DEFAULT), Peers.restart(120, false))
                .on(new SessionEvent.Accepted(2));
        assertThat(connection(peer)).isEqualTo(2);
        assertThat(peer.last.effects().get(1)).isInstanceOfSatisfying(Effect.Down.class, down -> assertThat(down.kept())
                .containsExactly(AddressFamilyId.IPV4_UNICAST));
    }

    @Test
    void theConnectThatIsUnderWayIsGivenUpOnceTheOtherOpenIsAccepted() {
        Peers peer = new Peers(CONFIG)
                .on(new SessionEvent.Start(false))
                .on(new SessionEvent.Accepted(2))
                .receives(2, open(LOWER_ID));
        assertThat(peer.last.effects()).contains(new Effect.StopDialing());
        peer.on(new SessionEvent.Connected(1));
        assertThat(peer.last.effects()).containsExactly(new Effect.Close(1));
        assertThat(connection(peer)).isEqualTo(2);
    }

    @Test
    void theSecondTakesOverWhenTheFirstIsLost() {
        Peers peer = both(CONFIG).on(new SessionEvent.ConnectionLost(1, "reset"));
        assertThat(connection(peer)).isEqualTo(2);
    }

    @Test
    void aConnectionOpenedAgainReplacesTheOneBefore() {
        Peers peer = both(CONFIG).on(new SessionEvent.Accepted(3));
        assertThat(peer.last.effects()).contains(new Effect.Close(2));
        assertThat(peer.session.rival()).isNotNull().satisfies(each -> assertThat(each.connection())
                .isEqualTo(3));
    }

    @Test
    void twoSidesThatMeetKeepTheSameConnection() {
        Peers low = both(CONFIG);
        Peers high = new Peers(SessionConfig.of(
                Peers.PEER_AS, HIGHER_ID, new RemoteAs.Exactly(Peers.LOCAL_AS), AddressFamilyId.IPV4_UNICAST));
        high.on(new SessionEvent.Start(false)).on(new SessionEvent.Connected(2)).on(new SessionEvent.Accepted(1));
        BgpMessage.Open fromLow = BgpMessage.Open.of(Peers.LOCAL_AS, 90, Peers.LOCAL_ID, List.of());
        // The OPENs cross on different connections.
        low.receives(1, open(HIGHER_ID));
        high.receives(2, fromLow);
        assertThat(connection(low)).isEqualTo(connection(high));
        low.receives(2, open(HIGHER_ID)).receives(2, new BgpMessage.Keepalive());
        high.receives(2, new BgpMessage.Keepalive());
        assertThat(low.session.state()).isInstanceOf(Established.class);
        assertThat(high.session.state()).isInstanceOf(Established.class);
    }
}
