package io.heddle.bgp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.Idle;
import io.heddle.bgp.session.SessionState.OnConnection;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.Capability;
import io.heddle.bgp.wire.NotificationReason;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whatever happens in whatever order, on many random walks. */
class SessionMachineProperties {

    private static final int STEPS = 200;

    private static final List<SessionConfig> CONFIGS = List.of(
            Peers.CONFIG,
            Peers.CONFIG.withPassive(),
            Peers.CONFIG.withRestart(Peers.LONG_LIVED),
            Peers.CONFIG
                    .withRestart(RestartConfig.DEFAULT)
                    .withTimers(SessionTimers.DEFAULT
                            .withDelayOpen(Duration.ofSeconds(2))
                            .withHoldTime(3)),
            Peers.CONFIG.withTimers(SessionTimers.DEFAULT.withHoldTime(0).withSendHold(Duration.ZERO)));

    /** A session, the connections the outside has, and whether it counts the session as up. */
    private static final class Walk {
        final SessionConfig config;
        final Random random;
        final Peers peer;
        final Set<Integer> open = new TreeSet<>();
        final Set<Integer> hadOpen = new HashSet<>();
        int connections;
        boolean dialing;
        boolean up;

        Walk(SessionConfig config, long seed) {
            this.config = config;
            random = new Random(seed);
            peer = new Peers(config);
        }

        void step() {
            peer.waits(Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(30_000) : random.nextInt(50)));
            SessionEvent event = next();
            switch (event) {
                case SessionEvent.Connected connected -> open.add(connected.connection());
                case SessionEvent.Accepted accepted -> open.add(accepted.connection());
                case SessionEvent.ConnectionLost lost -> open.remove(lost.connection());
                case SessionEvent.Start _,
                        SessionEvent.Stop _,
                        SessionEvent.Tick _,
                        SessionEvent.ConnectFailed _,
                        SessionEvent.Received _,
                        SessionEvent.UpdateReceived _,
                        SessionEvent.Malformed _,
                        SessionEvent.EndOfRib _ -> {}
            }
            peer.on(event);
            peer.last.effects().forEach(this::carryOut);
            check();
        }

        private SessionEvent next() {
            int some = connections == 0 ? 1 : 1 + random.nextInt(connections);
            OnConnection own = peer.session.state() instanceof OnConnection each ? each : null;
            int likely = own != null && random.nextInt(4) > 0 ? own.connection() : some;
            return switch (random.nextInt(16)) {
                case 0 -> new SessionEvent.Start(random.nextBoolean());
                case 1 -> random.nextInt(5) > 0 ? tick() : stop();
                case 2, 3 -> tick();
                case 4, 5 -> dialing ? dialed() : tick();
                case 6, 7 -> new SessionEvent.Accepted(++connections);
                case 8 -> new SessionEvent.ConnectionLost(likely, "reset");
                case 9, 10 -> new SessionEvent.Received(likely, open());
                case 11, 12, 13 -> new SessionEvent.Received(likely, new BgpMessage.Keepalive());
                case 14 -> rare(likely);
                default -> new SessionEvent.EndOfRib(AddressFamilyId.IPV4_UNICAST);
            };
        }

        private SessionEvent rare(int connection) {
            return switch (random.nextInt(4)) {
                case 0 -> new SessionEvent.UpdateReceived(connection);
                case 1 -> new SessionEvent.Malformed(connection, Notification.of(NotificationReason.UPDATE_ERROR));
                case 2 ->
                    new SessionEvent.Received(connection, new BgpMessage.RouteRefresh(AddressFamilyId.IPV4_UNICAST, 0));
                default ->
                    new SessionEvent.Received(connection, Notification.of(NotificationReason.ADMINISTRATIVE_RESET));
            };
        }

        private SessionEvent tick() {
            long quiet = peer.now - random.nextLong(Duration.ofMinutes(2).toNanos());
            return new SessionEvent.Tick(quiet, quiet, quiet);
        }

        private SessionEvent stop() {
            @Nullable Duration idle = random.nextBoolean() ? null : SessionEvent.Stop.FOR_EVER;
            return new SessionEvent.Stop(
                    Notification.of(NotificationReason.ADMINISTRATIVE_RESET), random.nextBoolean(), idle);
        }

        private SessionEvent dialed() {
            dialing = false;
            return random.nextInt(3) > 0
                    ? new SessionEvent.Connected(++connections)
                    : new SessionEvent.ConnectFailed("refused");
        }

        private BgpMessage.Open open() {
            return Peers.open(
                    random.nextBoolean() ? Peers.HIGHER_ID : Peers.LOWER_ID,
                    random.nextBoolean()
                            ? Peers.restart(random.nextInt(3) * 10, random.nextBoolean())
                            : new Capability.RouteRefresh());
        }

        private void carryOut(Effect effect) {
            switch (effect) {
                case Effect.Dial _ -> {
                    assertThat(dialing).as("dials once at a time").isFalse();
                    assertThat(config.passive()).as("dials a passive peer").isFalse();
                    dialing = true;
                }
                case Effect.StopDialing _ -> {
                    assertThat(dialing).as("stops a dial that is under way").isTrue();
                    dialing = false;
                }
                case Effect.Send send -> {
                    assertThat(open).as("sends on what is open").contains(send.connection());
                    if (send.message() instanceof BgpMessage.Open) {
                        assertThat(hadOpen.add(send.connection()))
                                .as("one OPEN")
                                .isTrue();
                    }
                }
                case Effect.Close close -> open.remove(close.connection());
                case Effect.Up up -> {
                    assertThat(this.up).as("up once").isFalse();
                    assertThat(open).containsExactly(up.connection());
                    this.up = true;
                }
                case Effect.Down _ -> {
                    assertThat(up).as("down after up").isTrue();
                    up = false;
                }
                case Effect.Flush _, Effect.LongLived _ -> {}
            }
        }

        private void check() {
            SessionState state = peer.session.state();
            OnConnection rival = peer.session.rival();
            assertThat(state instanceof Established)
                    .as("says up when established")
                    .isEqualTo(up);
            assertThat(peer.last.reason()).isNotEmpty();
            Set<Integer> known = new TreeSet<>();
            if (state instanceof OnConnection own) {
                known.add(own.connection());
            }
            if (rival != null) {
                assertThat(rival).isNotInstanceOf(Established.class);
                assertThat(state).isInstanceOf(OnConnection.class).isNotInstanceOf(Established.class);
                known.add(rival.connection());
            }
            assertThat(open).as("no connection is forgotten").isEqualTo(known);
            assertThat(peer.session.dialing()).isEqualTo(dialing);
            checkTimers(state);
        }

        private void checkTimers(SessionState state) {
            boolean mayRest = state instanceof Idle
                    || config.passive()
                    || state instanceof Established && config.timers().holdTime() == 0;
            if (!mayRest) {
                assertThat(state.deadline()).as("a timer runs in " + state).isNotEqualTo(SessionState.NEVER);
            }
            OnConnection rival = peer.session.rival();
            if (rival != null) {
                assertThat(rival.deadline()).isNotEqualTo(SessionState.NEVER);
            }
        }
    }

    @Property(tries = 400)
    void noOrderOfEventsBreaksTheMachine(@ForAll long seed, @ForAll @IntRange(max = 4) int config) {
        Walk walk = new Walk(CONFIGS.get(config), seed);
        for (int i = 0; i < STEPS; i++) {
            walk.step();
        }
    }

    @Property(tries = 20)
    void theSameEventsGiveTheSameSession(@ForAll long seed) {
        Walk one = new Walk(Peers.CONFIG, seed);
        Walk two = new Walk(Peers.CONFIG, seed);
        for (int i = 0; i < STEPS; i++) {
            one.step();
            two.step();
        }
        assertThat(one.peer.session).isEqualTo(two.peer.session);
        assertThat(one.connections).isPositive();
    }

    /** The walks are worth something only if they get somewhere. */
    @Property(tries = 1, seed = "1")
    void theWalksReachEstablishedOften() {
        int ups = 0;
        for (int seed = 0; seed < 100; seed++) {
            Walk walk = new Walk(Peers.CONFIG.withRestart(Peers.LONG_LIVED), seed);
            for (int i = 0; i < STEPS; i++) {
                walk.step();
                ups += walk.up ? 1 : 0;
            }
        }
        assertThat(ups).isGreaterThan(100);
    }
}
