package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Active;
import io.heddle.bgp.session.SessionState.Connect;
import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.Idle;
import io.heddle.bgp.session.SessionState.OnConnection;
import io.heddle.bgp.session.SessionState.OpenDelayed;
import io.heddle.bgp.session.SessionState.OpenSent;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.BgpMessage.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step in the making: the session as it changes, and the effects so far. Lives for one call of the machine. */
final class Step {

    final SessionConfig config;
    final long now;
    final List<Effect> effects = new ArrayList<>(4);
    SessionState state;

    @Nullable
    OnConnection rival;

    boolean dialing;
    int failures;
    boolean restarting;
    List<StaleFamily> stale;
    private @Nullable String lastError;
    private long dice;

    Step(SessionConfig config, Session session, long now) {
        this.config = config;
        this.now = now;
        state = session.state();
        rival = session.rival();
        dialing = session.dialing();
        failures = session.failures();
        restarting = session.restarting();
        stale = session.stale();
        lastError = session.lastError();
        dice = session.dice();
    }

    Transition done(String reason) {
        return new Transition(
                new Session(state, rival, dialing, failures, restarting, List.copyOf(stale), lastError, dice),
                effects,
                reason);
    }

    /** The state of a connection of this session. */
    @Nullable
    OnConnection on(int connection) {
        if (state instanceof OnConnection own && own.connection() == connection) {
            return own;
        }
        return rival != null && rival.connection() == connection ? rival : null;
    }

    /** The other connection than {@code own}, if there is one. */
    @Nullable
    OnConnection other(OnConnection own) {
        return isRival(own) ? (OnConnection) state : rival;
    }

    boolean isRival(OnConnection own) {
        return rival != null && rival.connection() == own.connection();
    }

    /** {@code own} goes on as {@code next}. */
    void become(OnConnection own, OnConnection next) {
        if (isRival(own)) {
            rival = next;
        } else {
            state = next;
        }
    }

    /** A new connection; its OPEN leaves now or after DelayOpenTime. */
    OnConnection begin(int connection, boolean outgoing) {
        Duration delay = config.timers().delayOpen();
        return delay.isZero()
                ? open(connection, outgoing)
                : new OpenDelayed(connection, outgoing, now + jittered(delay));
    }

    /** Sends our OPEN. */
    OpenSent open(int connection, boolean outgoing) {
        send(connection, OpenOffer.of(config, restarting));
        return new OpenSent(connection, outgoing, after(config.timers().openHold()));
    }

    void send(int connection, BgpMessage message) {
        effects.add(new Effect.Send(connection, message));
    }

    void dial() {
        effects.add(new Effect.Dial());
        dialing = true;
        state = new Connect(now + jittered(config.timers().connectRetry()));
    }

    void stopDialing() {
        if (dialing) {
            effects.add(new Effect.StopDialing());
            dialing = false;
        }
    }

    /** Ends a connection by a NOTIFICATION of ours: an error in RFC 4271's sense. */
    void fail(OnConnection own, Notification answer, String reason) {
        if (!(own instanceof OpenDelayed)) {
            send(own.connection(), answer);
        }
        effects.add(new Effect.Close(own.connection()));
        end(own, Retention.Loss.NOTIFICATION, reason);
    }

    /** A connection that is gone without NOTIFICATION. Before OPENs were exchanged that is no error (RFC 4271 section 8.2.2). */
    void lose(OnConnection own, String reason) {
        effects.add(new Effect.Close(own.connection()));
        if (own instanceof OpenDelayed || own instanceof OpenSent) {
            lastError = reason;
            leave(own, false);
        } else {
            end(own, Retention.Loss.CONNECTION, reason);
        }
    }

    /** A connection that ended by an error: the session with it, if no rival takes its place. */
    void end(OnConnection own, Retention.Loss loss, String reason) {
        lastError = reason;
        if (own instanceof Established established) {
            if (now - established.since() >= config.timers().stableAfter().toNanos()) {
                failures = 0;
            }
            Retention.keep(this, established.negotiated(), loss, reason);
        }
        leave(own, true);
    }

    private void leave(OnConnection own, boolean error) {
        if (isRival(own)) {
            rival = null;
        } else if (rival != null) {
            state = rival;
            rival = null;
        } else if (error) {
            idle();
        } else {
            listen();
        }
    }

    /** Idle after an error, longer each time (DampPeerOscillations, RFC 4271 section 8.1.1). */
    private void idle() {
        stopDialing();
        failures = Math.min(failures + 1, Integer.MAX_VALUE - 1);
        long shortest = config.timers().idleHoldMin().toNanos();
        long longest = config.timers().idleHoldMax().toNanos();
        int doublings = Math.min(failures - 1, Long.numberOfLeadingZeros(shortest) - 1);
        state = new Idle(now + jittered(Duration.ofNanos(Math.min(longest, shortest << doublings))));
    }

    /** Waits for the peer, and for our next connect unless the peer is passive for us. */
    void listen() {
        long retry = config.passive()
                ? SessionState.NEVER
                : now + jittered(config.timers().connectRetry());
        state = dialing ? new Connect(retry) : new Active(retry);
    }

    /** Then, exactly; never if zero or beyond all time. */
    long after(Duration duration) {
        if (duration.isZero() || duration.compareTo(SessionEvent.Stop.FOR_EVER) >= 0) {
            return SessionState.NEVER;
        }
        long then = now + duration.toNanos();
        return then < now ? SessionState.NEVER : then;
    }

    /** RFC 4271 section 10: between 0.75 and 1 times the duration. In nanoseconds. */
    long jittered(Duration duration) {
        dice += 0x9E37_79B9_7F4A_7C15L;
        long mixed = (dice ^ dice >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        double share = ((mixed ^ mixed >>> 31) >>> 11) * 0x1.0p-53;
        return (long) (duration.toNanos() * (0.75 + share / 4));
    }
}
