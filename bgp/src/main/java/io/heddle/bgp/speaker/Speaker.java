package io.heddle.bgp.speaker;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.rib.Explanation;
import io.heddle.bgp.rib.KeyedRoute;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.PeerRoutes;
import io.heddle.bgp.rib.Rib;
import io.heddle.bgp.rib.RouteCounters;
import io.heddle.bgp.rib.RouteFollower;
import io.heddle.bgp.session.SessionEvent;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A BGP speaker without thread, socket or clock; see the package. Single-threaded. Time is nanoseconds on any scale that does not run
 * backwards.
 */
public final class Speaker {

    /** Instead of a connection number: the connection is not wanted, close it. */
    public static final int REFUSED = -1;

    private final SpeakerConfig config;
    private final RandomGenerator random;
    private final SpeakerDriver driver;
    private final Rib rib;
    private final SessionEffects effects;
    private final PeerTable peers = new PeerTable();
    private final Deferral deferral = new Deferral();
    private final Inbox inbox;
    private final Connections connections = new Connections();
    private long wakeAt = Long.MAX_VALUE;

    /**
     * A speaker without peers.
     *
     * @param families what it can exchange; each peer has its own selection
     * @param random for jitter (RFC 4271 section 10) and for hashing that nobody outside can foresee
     */
    public Speaker(SpeakerConfig config, AddressFamilies families, RandomGenerator random, SpeakerDriver driver) {
        this.config = config;
        this.random = random;
        this.driver = driver;
        rib = new Rib(config.router(), families, random);
        effects = new SessionEffects(rib, connections, driver);
        inbox = new Inbox(effects, deferral, this::step);
    }

    /** A speaker of the unicast families. */
    public Speaker(SpeakerConfig config, RandomGenerator random, SpeakerDriver driver) {
        this(config, AddressFamilies.UNICAST, random, driver);
    }

    public SpeakerConfig config() {
        return config;
    }

    // Peers.

    /** Adds a peer, starts its session, and returns its number. */
    public int addPeer(SpeakerPeer peer, long now) {
        Peer added = add(peer, false);
        if (config.restarting()) {
            rib.defer(true);
            deferral.begin(now);
        }
        step(added, new SessionEvent.Start(config.restarting()), now);
        settle(now);
        return added.number;
    }

    private Peer add(SpeakerPeer config, boolean dynamic) {
        Peer peer = new Peer(peers.nextNumber(rib), config, dynamic, random.nextLong());

        peers.add(peer);
        return peer;
    }

    /** Takes peers as they connect. */
    public void addDynamicPeers(DynamicPeers range) {
        peers.add(range);
    }

    /**
     * Changes what is told of a peer. Its session goes on if only policy changes; the routes are put right bit by bit.
     *
     * @param why is told to the peer if the session has to start anew
     */
    public void changePeer(int number, SpeakerPeer changed, String why, long now) {
        Peer peer = peers.get(number);
        SpeakerPeer before = peer.config();
        peer.configure(changed);
        PeerRoutes routes = peer.routes();
        boolean sameSession = before.peer().equals(changed.peer())
                && before.group().families().equals(changed.group().families())
                && before.group().routeReflectorClient() == changed.group().routeReflectorClient()
                && before.routes().rank() == changed.routes().rank()
                && (routes == null || routes.options().addPathSend().isEmpty());
        if (!sameSession) {
            resetPeer(number, NotificationReason.OTHER_CONFIGURATION_CHANGE, why, Duration.ofNanos(1), now);
        } else if (routes != null) {
            rib.change(routes, changed.group(), changed.routes());
            effects.configured(peer);
            settle(now);
        }
    }

    /** Ends the session with a peer for good, telling it why (RFC 9003), and forgets its routes. */
    public void removePeer(int number, String why, long now) {
        Peer peer = peers.get(number);
        BgpMessage.Notification cease = BgpMessage.Notification.withText(NotificationReason.PEER_DECONFIGURED, why);
        step(peer, new SessionEvent.Stop(cease, true, SessionEvent.Stop.FOR_EVER), now);
        forget(peer);
        settle(now);
    }

    /** Ends the session with a peer, telling it why; it starts again after {@code idle}. */
    public void resetPeer(int number, NotificationReason reason, String why, Duration idle, long now) {
        BgpMessage.Notification cease = BgpMessage.Notification.withText(reason, why);
        step(peers.get(number), new SessionEvent.Stop(cease, false, idle), now);
        settle(now);
    }

    /** Asks a peer to send everything of a family again (RFC 2918); false if it cannot or is not up. */
    public boolean requestRefresh(int number, AddressFamilyId family, long now) {
        boolean asked = effects.requestRefresh(peers.get(number), family);
        settle(now);
        return asked;
    }

    private void forget(Peer peer) {
        peer.remove();
        peer.watchPath(null, driver);
        rib.dropAll(peer.source());
        peers.remove(peer);
    }

    public PeerStatus status(int number) {
        Peer peer = peers.get(number);
        return new PeerStatus(
                number,
                peer.config().name(),
                peer.session().state() instanceof SessionState.OnConnection own
                        ? Optional.ofNullable(connections.get(own.connection())).map(each -> each.remote)
                        : Optional.empty(),
                peer.session().state(),
                peer.reason(),
                peer.session().failures(),
                Optional.ofNullable(peer.session().lastError()),
                Optional.ofNullable(peer.routes()).map(PeerRoutes::counters));
    }

    /** What came and went over a connection; null while it carries no established session. */
    public @Nullable RouteCounters counters(int connection) {
        Connection known = connections.get(connection);
        PeerRoutes routes = known == null ? null : known.routes();
        return routes == null ? null : routes.counters();
    }

    /** What is told of a peer. */
    public SpeakerPeer configOf(int number) {
        return peers.get(number).config();
    }

    /** All peers there are. */
    public List<PeerStatus> peers() {
        return peers.all().stream().map(each -> status(each.number)).toList();
    }

    // Routes.

    /** Originates prefixes with equal attributes; those originated before change. Without next hop it is each session's own address. */
    public void originate(Iterable<Prefix> prefixes, AttributeSet attributes, long now) {
        rib.originate(prefixes, attributes);
        settle(now);
    }

    /** Withdraws prefixes that were originated; others are passed over. */
    public void withdraw(Iterable<Prefix> prefixes, long now) {
        rib.withdraw(prefixes);
        settle(now);
    }

    /** Originates routes of a family whose NLRI are bytes; those originated before change. */
    public void originate(AddressFamilyId family, List<KeyedRoute> routes, AttributeSet attributes, long now) {
        rib.originate(family, routes, attributes);
        settle(now);
    }

    /** Withdraws routes of such a family by their keys. */
    public void withdraw(AddressFamilyId family, List<Octets> keys, long now) {
        rib.withdraw(family, keys);
        settle(now);
    }

    /**
     * Tells what next hops cost (RFC 4271 section 9.1.2.1): before that, all can be reached at the same cost. To be told again, the same or
     * another, whenever an answer may have become different; routes are decided anew bit by bit.
     */
    public void nextHopCosts(NextHopCosts costs, long now) {
        rib.costs(costs);
        settle(now);
    }

    /** Imports again what a peer has sent, without asking it. */
    public void resetIn(int number, long now) {
        PeerRoutes routes = peers.get(number).routes();
        if (routes != null) {
            rib.importAgain(routes);
            settle(now);
        }
    }

    /** Sends everything again to a peer. */
    public void resetOut(int number, long now) {
        PeerRoutes routes = peers.get(number).routes();
        if (routes != null) {
            routes.options().families().forEach(each -> routes.repeat(each, false));
            wake(peers.get(number).source());
            settle(now);
        }
    }

    /** Tells a listener all routes of a family, and from then on what they become, in batches. */
    public void listen(AddressFamilyId family, Consumer<List<LocRib.Change>> listener, long now) {
        rib.listen(family, listener);
        settle(now);
    }

    /** The same without an object for each route. */
    public void follow(AddressFamilyId family, RouteFollower follower, long now) {
        rib.follow(family, follower);
        settle(now);
    }

    /** Tells a watcher of messages from now on, in place of the one before. */
    public void watch(WireWatcher watcher) {
        effects.wire = watcher;
    }

    /** Tells a watcher of the sessions from now on, in place of the one before. */
    public void watch(SessionWatcher watcher) {
        effects.watcher = watcher;
    }

    /** Why a prefix is routed as it is, and why it is sent to whom. */
    public Explanation explain(Prefix prefix) {
        return rib.explain(
                prefix,
                peers.all().stream().map(Peer::routes).filter(Objects::nonNull).toList());
    }

    /** The same for a route of a family whose NLRI are bytes. */
    public Explanation explain(AddressFamilyId family, Octets key) {
        return rib.explain(
                family,
                key,
                peers.all().stream().map(Peer::routes).filter(Objects::nonNull).toList());
    }

    public LocRib locRib(AddressFamilyId family) {
        return rib.locRib(family);
    }

    public Rib rib() {
        return rib;
    }

    // What the driver tells.

    /**
     * Somebody connected.
     *
     * @param networkInterface where it came in; empty where the driver cannot say
     * @return the connection's number, or {@link #REFUSED}
     */
    public int accepted(IpAddress remote, IpAddress local, String networkInterface, long now) {
        Peer peer = peerAt(remote, networkInterface, now);
        if (peer == null) {
            return REFUSED;
        }
        Connection connection = connections.open(peer, remote, local, now);
        step(peer, new SessionEvent.Accepted(connection.number), now);
        settle(now);
        return connection.number;
    }

    private @Nullable Peer peerAt(IpAddress remote, String networkInterface, long now) {
        Peer known = peers.at(remote, networkInterface);
        DynamicPeers range = known == null ? peers.rangeFor(remote).orElse(null) : null;
        if (range == null) {
            return known;
        }
        Peer peer = add(range.peer(remote, networkInterface), true);
        step(peer, new SessionEvent.Start(false), now);
        return peer;
    }

    /**
     * An attempt to connect succeeded.
     *
     * @param remote the peer's address
     * @param local our own on this connection, which is the next hop of what is sent
     * @return the connection's number, or {@link #REFUSED}
     */
    public int connected(int number, IpAddress remote, IpAddress local, long now) {
        Peer peer = peers.find(number);
        if (peer == null || !peer.session().dialing()) {
            return REFUSED;
        }
        Connection connection = connections.open(peer, remote, local, now);
        step(peer, new SessionEvent.Connected(connection.number), now);
        settle(now);
        return connection.number;
    }

    /** An attempt to connect failed, with the reason for people. */
    public void connectFailed(int number, String reason, long now) {
        Peer peer = peers.find(number);
        if (peer != null && peer.session().dialing()) {
            step(peer, new SessionEvent.ConnectFailed(reason), now);
            settle(now);
        }
    }

    /**
     * Bytes came. All whole messages are taken; how much is offered bounds the work of a call.
     *
     * @return how many were used up; the rest is to be offered again in front of what comes next. Zero means that a message is not
     *     complete; {@link MessageFrame#MAX_EXTENDED_LENGTH} bytes always hold one.
     */
    public int received(int number, byte[] in, int from, int to, long now) {
        Connection connection = connections.get(number);
        int at = from;
        while (connection != null && !connection.isClosing()) {
            int length = MessageFrame.lengthOf(in, at, to, connection.maxReceive);
            if (length == MessageFrame.INCOMPLETE) {
                break;
            }
            connection.lastReceived = now;
            if (length == MessageFrame.FAULTY) {
                BgpMessage.Notification answer = MessageFrame.fault(in, at).notification();
                step(connection.peer, new SessionEvent.Malformed(number, answer), now);
                at = to;
            } else {
                effects.wire.received(number, in, at, at + length);
                inbox.take(connection, in, at, at + length, now);
                at += length;
            }
        }
        settle(now);
        return connection == null || connection.isClosing() ? to - from : at - from;
    }

    /**
     * The connection is writable: writes whole messages.
     *
     * @param to at least {@link MessageFrame#MAX_EXTENDED_LENGTH} behind {@code from}, so that every message fits; more is better
     * @return how many bytes were written; 0 means that there is nothing to write until {@link SpeakerDriver#wantsToWrite}
     */
    public int fill(int number, byte[] out, int from, int to, long now) {
        Connection connection = connections.get(number);
        if (connection == null) {
            return 0;
        }
        int written = connection.fill(out, from, to, now);
        PeerRoutes routes = connection.routes();
        if (written == 0 && routes != null) {
            if (!routes.wasCutShort()) {
                effects.watcher.sentAll(connection.peer.number);
            } else if (connection.want()) {
                driver.wantsToWrite(number);
            }
        }
        settle(now);
        return written;
    }

    /** A connection is gone, on whose wish ever. */
    public void closed(int number, String reason, long now) {
        Connection connection = connections.get(number);
        if (connection == null) {
            return;
        }
        boolean known = !connection.isClosing();
        connection.close();
        if (known) {
            step(connection.peer, new SessionEvent.ConnectionLost(number, reason), now);
        }
        connections.forget(number);
        settle(now);
    }

    /**
     * BFD says that the path to a peer has failed, and nobody took it down on purpose: the session ends by a Cease (RFC 9384) and starts
     * again like after any other error (RFC 5882 sections 4.2 and 10.2). One that is not up is left alone.
     *
     * @param forwarding packets are lost for certain, so that no graceful restart keeps the routes (RFC 5882 section 4.3)
     */
    public void pathDown(int number, boolean forwarding, long now) {
        Peer peer = peers.find(number);
        if (peer != null && peer.session().state() instanceof SessionState.Established) {
            BgpMessage.Notification cease = BgpMessage.Notification.of(NotificationReason.BFD_DOWN);
            step(peer, new SessionEvent.Stop(cease, forwarding, null), now);
            settle(now);
        }
    }

    /** The time asked for in {@link SpeakerDriver#wakeAt} has come, or passed. */
    public void tick(long now) {
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

    private void step(Peer peer, SessionEvent event, long now) {
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
    private void settle(long now) {
        if (deferral.isOver(peers, now)) {
            rib.defer(false);
        }
        rib.feed();
        rib.takeAlarms(this::wake);
        if (rib.hasWork()) {
            driver.wakeAt(now);
        }
    }

    private void wake(int source) {
        Peer peer = peers.find(source - 1);
        if (peer != null && peer.session().state() instanceof SessionState.Established up) {
            Connection connection = connections.get(up.connection());
            if (connection != null && connection.want()) {
                driver.wantsToWrite(connection.number);
            }
        }
    }
}
