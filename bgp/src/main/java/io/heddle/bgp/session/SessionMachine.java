package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Active;
import io.heddle.bgp.session.SessionState.Connect;
import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.Idle;
import io.heddle.bgp.session.SessionState.OnConnection;
import io.heddle.bgp.session.SessionState.OpenConfirm;
import io.heddle.bgp.session.SessionState.OpenDelayed;
import io.heddle.bgp.session.SessionState.OpenSent;

/** The session machine of one peer: a pure function, see the package. What each state does with an event is in the class of its name. */
public final class SessionMachine {

    private final SessionConfig config;

    public SessionMachine(SessionConfig config) {
        this.config = config;
    }

    /** The next session, what is to be done, and why. Never throws, whatever comes in whatever order. */
    public Transition step(Session session, SessionEvent event, long now) {
        Step step = new Step(config, session, now);
        String reason =
                switch (event) {
                    case SessionEvent.Start start -> Idling.start(step, start);
                    case SessionEvent.Stop stop -> Stopping.stop(step, stop);
                    case SessionEvent.Tick tick -> tick(step, tick);
                    case SessionEvent.Connected connected -> Connecting.connected(step, connected.connection());
                    case SessionEvent.ConnectFailed failed -> Connecting.failed(step, failed.reason());
                    case SessionEvent.Accepted accepted -> accepted(step, accepted.connection());
                    case SessionEvent.ConnectionLost lost -> lost(step, lost);
                    case SessionEvent.Received received ->
                        received(step, received.connection(), Incoming.of(received.message()));
                    case SessionEvent.UpdateReceived update ->
                        received(step, update.connection(), new Incoming.Update());
                    case SessionEvent.Malformed malformed ->
                        received(step, malformed.connection(), new Incoming.Broken(malformed.answer()));
                    case SessionEvent.EndOfRib end -> Retention.endOfRib(step, end.family());
                };
        return step.done(reason);
    }

    private static String tick(Step step, SessionEvent.Tick tick) {
        StringBuilder reasons = new StringBuilder();
        if (step.state.deadline() <= step.now) {
            append(
                    reasons,
                    switch (step.state) {
                        case Idle _ -> Idling.tick(step);
                        case Connect _ -> Connecting.tick(step);
                        case Active _ -> Activity.tick(step);
                        case OnConnection own -> tick(step, own, tick);
                    });
        }
        OnConnection rival = step.rival;
        if (rival != null && rival.deadline() <= step.now) {
            append(reasons, tick(step, rival, tick));
        }
        append(reasons, Retention.tick(step));
        return reasons.isEmpty() ? "no timer has expired" : reasons.toString();
    }

    private static void append(StringBuilder reasons, String reason) {
        reasons.append(reasons.isEmpty() || reason.isEmpty() ? "" : "; ").append(reason);
    }

    private static String tick(Step step, OnConnection own, SessionEvent.Tick tick) {
        return switch (own) {
            case OpenDelayed delayed -> DelayingOpen.tick(step, delayed);
            case OpenSent sent -> AwaitingOpen.tick(step, sent);
            case OpenConfirm confirm -> Confirming.tick(step, confirm);
            case Established established -> Running.tick(step, established, tick);
        };
    }

    private static String accepted(Step step, int connection) {
        return switch (step.state) {
            case Idle _ -> Idling.accepted(step, connection);
            case Connect _, Active _ -> {
                step.state = step.begin(connection, false);
                yield "the peer connected";
            }
            case OpenDelayed _, OpenSent _, OpenConfirm _ -> Collision.second(step, connection, false);
            case Established established -> Running.accepted(step, established, connection);
        };
    }

    private static String lost(Step step, SessionEvent.ConnectionLost lost) {
        OnConnection own = step.on(lost.connection());
        if (own == null) {
            return "connection " + lost.connection() + " was not of this session any more";
        }
        String reason = "connection lost: " + lost.reason();
        step.lose(own, reason);
        return reason;
    }

    private static String received(Step step, int connection, Incoming message) {
        return switch (step.on(connection)) {
            case null -> {
                step.effects.add(new Effect.Close(connection));
                yield "connection " + connection + " is not of this session";
            }
            case OpenDelayed delayed -> DelayingOpen.received(step, delayed, message);
            case OpenSent sent -> AwaitingOpen.received(step, sent, message);
            case OpenConfirm confirm -> Confirming.received(step, confirm, message);
            case Established established -> Running.received(step, established, message);
        };
    }
}
