package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.OnConnection;
import io.heddle.bgp.session.SessionState.OpenDelayed;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.NotificationReason;

/**
 * Two connections of one peer (RFC 4271 section 6.8). Both exchange OPENs; the first OPEN that arrives tells the peer's identifier, and
 * with it which of the two both sides keep.
 */
final class Collision {

    private Collision() {}

    /** Another connection beside the one that is in OpenSent or OpenConfirm. */
    static String second(Step step, int connection, boolean outgoing) {
        OnConnection rival = step.rival;
        if (rival != null && rival.outgoing() != outgoing) {
            step.effects.add(new Effect.Close(connection));
            return "connection refused: a third one";
        }
        if (rival != null) {
            close(step, rival);
        }
        step.rival = step.begin(connection, outgoing);
        return "a second connection: the OPENs decide";
    }

    /** Whether {@code own}, whose OPEN has just come, is kept; the other of both is closed. */
    static boolean survives(Step step, OnConnection own, Negotiated negotiated) {
        OnConnection other = step.other(own);
        if (other == null) {
            return true;
        }
        boolean keepOwn = own.outgoing() == other.outgoing() || own.outgoing() == localIsHigher(step, negotiated);
        close(step, keepOwn ? other : own);
        return keepOwn;
    }

    /** The side with the higher identifier keeps the connection that it opened itself; RFC 6286 section 2.3 breaks ties by AS number. */
    private static boolean localIsHigher(Step step, Negotiated negotiated) {
        int byIdentifier = step.config.routerId().compareTo(negotiated.peerRouterId());
        return byIdentifier != 0 ? byIdentifier > 0 : step.config.localAs().compareTo(negotiated.peerAs()) > 0;
    }

    /** Ends one connection while the other goes on. */
    static void close(Step step, OnConnection loser) {
        if (!(loser instanceof OpenDelayed)) {
            step.send(loser.connection(), Notification.of(NotificationReason.CONNECTION_COLLISION_RESOLUTION));
        }
        step.effects.add(new Effect.Close(loser.connection()));
        OnConnection rival = step.rival;
        if (rival != null && !step.isRival(loser)) {
            step.state = rival;
        }
        step.rival = null;
    }
}
