package io.heddle.bgp.bfd;

import io.heddle.bgp.bfd.BfdSession.Peer;
import io.heddle.bgp.bfd.BfdSession.Poll;
import java.util.ArrayList;
import java.util.List;

/** The session machine of RFC 5880 section 6.8. */
public final class BfdMachine {

    private BfdMachine() {}

    public static BfdTransition step(BfdSession session, BfdEvent event, long now) {
        return switch (event) {
            case BfdEvent.Enable _ -> enable(session, now);
            case BfdEvent.Disable _ -> disable(session, now);
            case BfdEvent.Change(BfdTimers timers) -> change(session, timers, now);
            case BfdEvent.Received(BfdPacket packet) -> received(session, packet, now);
            case BfdEvent.Tick _ -> tick(session, now);
        };
    }

    private static BfdTransition enable(BfdSession session, long now) {
        if (session.state() != BfdState.ADMIN_DOWN) {
            return new BfdTransition(session, List.of(), "is enabled already");
        }
        BfdSession next = session.with(BfdState.DOWN, BfdDiagnostic.NONE).with(0, Peer.UNKNOWN);
        return new BfdTransition(BfdClock.sendSoon(next, now), List.of(), "enabled");
    }

    private static BfdTransition disable(BfdSession session, long now) {
        if (session.state() == BfdState.ADMIN_DOWN) {
            return new BfdTransition(session, List.of(), "is disabled already");
        }
        List<BfdEffect> effects = new ArrayList<>();
        BfdSession next = leave(session, BfdState.ADMIN_DOWN, BfdDiagnostic.ADMINISTRATIVELY_DOWN, true, effects)
                .with(Poll.NONE);
        // Section 6.8.16: goes on sending, so that the peer does not take silence for a failure.
        sendExtra(next, effects);
        return new BfdTransition(
                BfdClock.sendNext(next.expiringAt(BfdSession.NEVER), now), effects, "disabled by the operator");
    }

    private static BfdTransition change(BfdSession session, BfdTimers timers, long now) {
        if (timers.equals(session.timers())) {
            return new BfdTransition(session, List.of(), "nothing changed");
        }
        BfdSession next = announce(session.with(timers));
        return new BfdTransition(BfdClock.redraw(next, session, now), List.of(), "asks for " + timers);
    }

    private static BfdTransition received(BfdSession session, BfdPacket packet, long now) {
        if (session.state() == BfdState.ADMIN_DOWN) {
            return new BfdTransition(session, List.of(), "a packet while administratively down is discarded");
        }
        Peer said = new Peer(
                packet.state(),
                packet.independent(),
                packet.demand(),
                packet.requiredMinRx(),
                packet.desiredMinTx(),
                packet.detectMultiplier());
        BfdSession next = session.with(packet.mine(), said);
        if (packet.fin() && next.poll() == Poll.RUNNING) {
            // The peer knows: what waited takes effect.
            next = next.with(Poll.NONE)
                    .withActual(next.desiredTx(), next.timers().requiredMicros());
        }
        List<BfdEffect> effects = new ArrayList<>();
        next = move(next, packet.state(), effects);
        next = next.expiringAt(now + next.detectionTime() * 1_000);
        boolean moved = next.state() != session.state();
        if (packet.poll()) {
            effects.add(new BfdEffect.Send(packet(next, false, true)));
        } else if (moved) {
            sendExtra(next, effects);
        }
        String reason = moved
                ? session.state() + " to " + next.state() + ", the peer is " + packet.state()
                : "the peer is " + packet.state();
        return new BfdTransition(BfdClock.redraw(next, session, now), effects, reason);
    }

    /** The table of section 6.8.6. */
    private static BfdSession move(BfdSession session, BfdState peer, List<BfdEffect> effects) {
        return switch (session.state()) {
            case ADMIN_DOWN -> session;
            case DOWN ->
                switch (peer) {
                    case DOWN -> session.with(BfdState.INIT, session.diagnostic());
                    case INIT -> up(session, effects);
                    case ADMIN_DOWN, UP -> session;
                };
            case INIT ->
                switch (peer) {
                    case INIT, UP -> up(session, effects);
                    case ADMIN_DOWN ->
                        leave(session, BfdState.DOWN, BfdDiagnostic.NEIGHBOR_SIGNALED_DOWN, true, effects);
                    case DOWN -> session;
                };
            case UP ->
                switch (peer) {
                    case ADMIN_DOWN ->
                        leave(session, BfdState.DOWN, BfdDiagnostic.NEIGHBOR_SIGNALED_DOWN, true, effects);
                    case DOWN -> leave(session, BfdState.DOWN, BfdDiagnostic.NEIGHBOR_SIGNALED_DOWN, false, effects);
                    case INIT, UP -> session;
                };
        };
    }

    private static BfdSession up(BfdSession session, List<BfdEffect> effects) {
        effects.add(new BfdEffect.Up());
        // Section 6.8.3: Up allows the interval that was asked for, and the change is announced by a poll.
        return announce(session.with(BfdState.UP, BfdDiagnostic.NONE));
    }

    private static BfdSession leave(
            BfdSession session, BfdState to, BfdDiagnostic why, boolean administrative, List<BfdEffect> effects) {
        if (session.state() == BfdState.UP) {
            effects.add(new BfdEffect.Down(why, administrative, session.peer().independent()));
        }
        return announce(session.with(to, why).with(Poll.NONE));
    }

    /** Begins a poll sequence for what changed; what section 6.8.3 lets wait for its end keeps its value until then. */
    private static BfdSession announce(BfdSession session) {
        BfdSession next = session.with(session.poll() == Poll.NONE ? Poll.RUNNING : Poll.AGAIN);
        boolean up = next.state() == BfdState.UP;
        long tx = up ? Math.min(next.actualTx(), next.desiredTx()) : next.desiredTx();
        long required = next.timers().requiredMicros();
        return next.withActual(tx, up ? Math.max(next.actualRx(), required) : required);
    }

    private static BfdTransition tick(BfdSession session, long now) {
        List<BfdEffect> effects = new ArrayList<>();
        BfdSession next = session;
        String reason = "nothing is due";
        if (now >= next.expiresAt()) {
            // Sections 6.8.4 and 6.8.1: the peer is gone, and what it called itself with it.
            reason = "no packet for " + session.detectionTime() / 1_000 + " ms";
            if (session.state() != BfdState.DOWN) {
                next = leave(next, BfdState.DOWN, BfdDiagnostic.DETECTION_TIME_EXPIRED, false, effects);
            }
            next = next.with(0, Peer.UNKNOWN).expiringAt(BfdSession.NEVER);
            if (next.state() != session.state()) {
                sendExtra(next, effects);
            }
            next = BfdClock.redraw(next, session, now);
        }
        if (now >= next.sendAt()) {
            effects.add(new BfdEffect.Send(packet(next, next.poll() == Poll.RUNNING, false)));
            next = BfdClock.sendNext(next.poll() == Poll.AGAIN ? next.with(Poll.RUNNING) : next, now);
            reason = next.state() == session.state() ? "a packet is due" : reason;
        }
        return new BfdTransition(next, effects, reason);
    }

    /** Section 6.8.7: a change of state is told at once, between the periodic packets; a poll keeps to those. */
    private static void sendExtra(BfdSession session, List<BfdEffect> effects) {
        if (session.interval() != 0) {
            effects.add(new BfdEffect.Send(packet(session, false, false)));
        }
    }

    private static BfdPacket packet(BfdSession session, boolean poll, boolean fin) {
        return new BfdPacket(
                session.diagnostic(),
                session.state(),
                poll,
                fin,
                false,
                false,
                session.timers().detectMultiplier(),
                session.mine(),
                session.yours(),
                session.desiredTx(),
                session.timers().requiredMicros(),
                0);
    }
}
