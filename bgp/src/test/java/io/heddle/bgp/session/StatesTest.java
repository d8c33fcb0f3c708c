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
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.NotificationReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** RFC 4271 section 8.2.2 as a table: state, event, next state, NOTIFICATION. */
class StatesTest {

    private static final SessionConfig DELAYED =
            CONFIG.withTimers(SessionTimers.DEFAULT.withDelayOpen(Duration.ofSeconds(10)));

    private record Row(
            Class<? extends SessionState> state,
            SessionEvent event,
            Class<? extends SessionState> next,
            List<String> notified) {}

    private static Row row(
            Class<? extends SessionState> state,
            SessionEvent event,
            Class<? extends SessionState> next,
            String... notified) {
        return new Row(state, event, next, List.of(notified));
    }

    private static SessionEvent received(BgpMessage message) {
        return new SessionEvent.Received(1, message);
    }

    private static final SessionEvent START = new SessionEvent.Start(false);
    private static final SessionEvent STOP = new SessionEvent.Stop(
            Notification.of(NotificationReason.ADMINISTRATIVE_SHUTDOWN), true, SessionEvent.Stop.FOR_EVER);
    private static final SessionEvent CONNECTED = new SessionEvent.Connected(7);
    private static final SessionEvent FAILED = new SessionEvent.ConnectFailed("refused");
    private static final SessionEvent ACCEPTED = new SessionEvent.Accepted(7);
    private static final SessionEvent LOST = new SessionEvent.ConnectionLost(1, "reset");
    private static final SessionEvent OPEN = received(open(HIGHER_ID));
    private static final SessionEvent KEEPALIVE = received(new BgpMessage.Keepalive());
    private static final SessionEvent REFRESH = received(new BgpMessage.RouteRefresh(AddressFamilyId.IPV4_UNICAST, 0));
    private static final SessionEvent UPDATE = new SessionEvent.UpdateReceived(1);
    private static final SessionEvent CEASE = received(Notification.of(NotificationReason.ADMINISTRATIVE_RESET));
    private static final SessionEvent BROKEN =
            new SessionEvent.Malformed(1, Notification.of(NotificationReason.BAD_MESSAGE_LENGTH));

    private static final List<Row> TABLE = List.of(
            row(Idle.class, START, Connect.class),
            row(Idle.class, STOP, Idle.class),
            row(Idle.class, CONNECTED, Idle.class),
            row(Idle.class, FAILED, Idle.class),
            row(Idle.class, ACCEPTED, Idle.class),
            row(Idle.class, LOST, Idle.class),
            row(Idle.class, OPEN, Idle.class),
            row(Idle.class, KEEPALIVE, Idle.class),
            row(Idle.class, BROKEN, Idle.class),
            row(Connect.class, START, Connect.class),
            row(Connect.class, STOP, Idle.class),
            row(Connect.class, CONNECTED, OpenSent.class),
            row(Connect.class, FAILED, Active.class),
            row(Connect.class, ACCEPTED, OpenSent.class),
            row(Active.class, START, Active.class),
            row(Active.class, STOP, Idle.class),
            row(Active.class, CONNECTED, Active.class),
            row(Active.class, FAILED, Active.class),
            row(Active.class, ACCEPTED, OpenSent.class),
            row(OpenDelayed.class, START, OpenDelayed.class),
            row(OpenDelayed.class, STOP, Idle.class),
            row(OpenDelayed.class, LOST, Active.class),
            row(OpenDelayed.class, OPEN, OpenConfirm.class),
            row(OpenDelayed.class, KEEPALIVE, Idle.class),
            row(OpenDelayed.class, UPDATE, Idle.class),
            row(OpenDelayed.class, REFRESH, Idle.class),
            row(OpenDelayed.class, CEASE, Idle.class),
            row(OpenDelayed.class, BROKEN, Idle.class),
            row(OpenSent.class, START, OpenSent.class),
            row(OpenSent.class, STOP, Idle.class, "6/2"),
            row(OpenSent.class, ACCEPTED, OpenSent.class),
            row(OpenSent.class, LOST, Active.class),
            row(OpenSent.class, OPEN, OpenConfirm.class),
            row(OpenSent.class, KEEPALIVE, Idle.class, "5/1"),
            row(OpenSent.class, UPDATE, Idle.class, "5/1"),
            row(OpenSent.class, REFRESH, Idle.class, "5/1"),
            row(OpenSent.class, CEASE, Idle.class),
            row(OpenSent.class, BROKEN, Idle.class, "1/2"),
            row(OpenConfirm.class, START, OpenConfirm.class),
            row(OpenConfirm.class, STOP, Idle.class, "6/2"),
            row(OpenConfirm.class, ACCEPTED, OpenConfirm.class),
            row(OpenConfirm.class, LOST, Idle.class),
            row(OpenConfirm.class, OPEN, Idle.class, "5/2"),
            row(OpenConfirm.class, KEEPALIVE, Established.class),
            row(OpenConfirm.class, UPDATE, Idle.class, "5/2"),
            row(OpenConfirm.class, REFRESH, Idle.class, "5/2"),
            row(OpenConfirm.class, CEASE, Idle.class),
            row(OpenConfirm.class, BROKEN, Idle.class, "1/2"),
            row(Established.class, START, Established.class),
            row(Established.class, STOP, Idle.class, "6/2"),
            row(Established.class, ACCEPTED, Established.class, "6/7"),
            row(Established.class, LOST, Idle.class),
            row(Established.class, OPEN, Idle.class, "5/3"),
            row(Established.class, KEEPALIVE, Established.class),
            row(Established.class, UPDATE, Established.class),
            row(Established.class, REFRESH, Established.class),
            row(Established.class, CEASE, Idle.class),
            row(Established.class, BROKEN, Idle.class, "1/2"));

    @TestFactory
    List<DynamicTest> everyStateAnswersEveryEventAsTheRfcSays() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : TABLE) {
            String name = row.state().getSimpleName() + ", " + row.event() + " -> "
                    + row.next().getSimpleName();
            tests.add(DynamicTest.dynamicTest(name, () -> {
                Peers peer = Peers.inState(
                        row.state(), row.state() == OpenDelayed.class ? DELAYED : CONFIG, open(HIGHER_ID));
                assertThat(peer.session.state()).isInstanceOf(row.state());
                peer.on(row.event());
                assertThat(peer.session.state()).as(peer.last.reason()).isInstanceOf(row.next());
                assertThat(peer.notified()).isEqualTo(row.notified());
            }));
        }
        return tests;
    }
}
