package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.Rib;
import io.heddle.bgp.session.SessionEvent;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.wire.AddressFamilies;
import java.util.random.RandomGenerator;

/**
 * What all of a speaker works on, and how a call into it goes on and ends: a session is taken a step further, what it asks for is carried
 * out, and whoever then has something to write is asked to. Single-threaded.
 */
final class SpeakerCore {

    final SpeakerConfig config;
    final SpeakerDriver driver;
    final Rib rib;
    final SessionEffects effects;
    final PeerTable peers = new PeerTable();
    final Connections connections = new Connections();
    final Deferral deferral = new Deferral();
    private final RandomGenerator random;
    private long wakeAt = Long.MAX_VALUE;

    SpeakerCore(SpeakerConfig config, AddressFamilies families, RandomGenerator random, SpeakerDriver driver) {
        this.config = config;
        this.random = random;
        this.driver = driver;
        rib = new Rib(config.router(), families, random);
        effects = new SessionEffects(rib, connections, driver);
    }

    /** A peer whose session has not begun. */
    Peer add(SpeakerPeer told, boolean dynamic) {
        Peer peer = new Peer(peers.nextNumber(rib), told, dynamic, random.nextLong());
        peers.add(peer);
        return peer;
    }

    /** A peer is gone for good; its routes go bit by bit. */
    void forget(Peer peer) {
        peer.remove();
        peer.watchPath(null, driver);
        rib.dropAll(peer.source());
        peers.remove(peer);
    }

    void step(Peer peer, SessionEvent event, long now) {
        effects.carryOut(peer, event, now);
        if (peer.dynamic && !peer.isRemoved() && peer.isGone() && !(event instanceof SessionEvent.Start)) {
            forget(peer);
        }
        long due = Math.min(peer.wakeAt(), deferral.until());
        if (due < wakeAt) {
            wakeAt = due;
            driver.wakeAt(due);
        }
    }

    /** Ends a call: those who now have something to write are asked to, and what is left to do is done soon. */
    void settle(long now) {
        if (deferral.isOver(peers, now)) {
            rib.defer(false);
        }
        rib.feed();
        rib.takeAlarms(this::wake);
        if (rib.hasWork()) {
            driver.wakeAt(now);
        }
    }

    void wake(int source) {
        Peer peer = peers.find(source - 1);
        if (peer != null && peer.session().state() instanceof SessionState.Established up) {
            Connection connection = connections.get(up.connection());
            if (connection != null && connection.want()) {
                driver.wantsToWrite(connection.number);
            }
        }
    }

    /** The time asked for in {@link SpeakerDriver#wakeAt} has come, or passed. */
    void tick(long now) {
        rib.work();
        if (now >= wakeAt) {
            long next = deferral.until();
            for (Peer peer : peers.all()) {
                if (peer.session().wakeAt() <= now) {
                    step(peer, tick(peer, now), now);
                }
                effects.tick(peer, now);
                next = Math.min(next, peer.wakeAt());
            }
            wakeAt = next;
        }
        // The driver has rung; whatever it rang for, it is told anew.
        driver.wakeAt(wakeAt);
        settle(now);
    }

    private SessionEvent.Tick tick(Peer peer, long now) {
        Connection connection = peer.session().state() instanceof SessionState.OnConnection own
                ? connections.get(own.connection())
                : null;
        return connection == null
                ? new SessionEvent.Tick(now, now, now)
                : new SessionEvent.Tick(
                        connection.lastReceived,
                        connection.lastSent,
                        connection.isWanting() ? connection.lastProgress : now);
    }
}
