package io.heddle.bgp.speaker;

import io.heddle.bgp.bfd.BfdPath;
import io.heddle.bgp.bfd.BfdRequest;
import io.heddle.bgp.rib.PeerRoutes;
import io.heddle.bgp.session.Session;
import io.heddle.bgp.session.SessionMachine;
import io.heddle.bgp.session.SessionState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A peer and where its session stands. */
final class Peer {

    final int number;
    final boolean dynamic;
    private SpeakerPeer config;
    private SessionMachine machine;
    private Session session;
    private @Nullable PeerRoutes routes;
    private String reason = "never started";
    private long membershipsDue = Long.MAX_VALUE;
    private boolean removed;
    private @Nullable BfdPath watched;
    private @Nullable BfdRequest watchedBy;

    Peer(int number, SpeakerPeer config, boolean dynamic, long seed) {
        this.number = number;
        this.config = config;
        this.dynamic = dynamic;
        machine = new SessionMachine(config.peer().session());
        session = Session.idle(seed);
    }

    /** Its number among the sources of routes. */
    int source() {
        return number + 1;
    }

    SpeakerPeer config() {
        return config;
    }

    void configure(SpeakerPeer changed) {
        config = changed;
        machine = new SessionMachine(changed.peer().session());
    }

    SessionMachine machine() {
        return machine;
    }

    Session session() {
        return session;
    }

    void become(Session next, String why) {
        session = next;
        reason = why;
    }

    /** Why the session is in the state it is in. */
    String reason() {
        return reason;
    }

    @Nullable
    PeerRoutes routes() {
        return routes;
    }

    void carry(@Nullable PeerRoutes established) {
        routes = established;
    }

    /** When it is not waited any longer for what it wants by route targets. */
    long membershipsDue() {
        return membershipsDue;
    }

    void awaitMemberships(long until) {
        membershipsDue = until;
    }

    /** The path to it may be another one, or is to be watched otherwise: asks the driver for that. */
    void watchPath(@Nullable BfdPath path, SpeakerDriver driver) {
        BfdRequest request = path == null ? null : config.bfd();
        if (Objects.equals(path, watched) && Objects.equals(request, watchedBy)) {
            return;
        }
        watched = path;
        watchedBy = request;
        if (path == null || request == null) {
            driver.unwatchPath(number);
        } else {
            driver.watchPath(number, path, request.timers());
        }
    }

    /** When something is to be done about it. */
    long wakeAt() {
        return Math.min(session.wakeAt(), membershipsDue);
    }

    void remove() {
        removed = true;
    }

    boolean isRemoved() {
        return removed;
    }

    /** Whether nothing keeps a dynamic peer alive. */
    boolean isGone() {
        return !(session.state() instanceof SessionState.OnConnection) && session.rival() == null;
    }
}
