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
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    private final SpeakerCore core;
    private final PeerAdministration administration;
    private final Transport transport;

    /**
     * A speaker without peers.
     *
     * @param families what it can exchange; each peer has its own selection
     * @param random for jitter (RFC 4271 section 10) and for hashing that nobody outside can foresee
     */
    public Speaker(SpeakerConfig config, AddressFamilies families, RandomGenerator random, SpeakerDriver driver) {
        core = new SpeakerCore(config, families, random, driver);
        administration = new PeerAdministration(core);
        transport = new Transport(core);
    }

    /** A speaker of the unicast families. */
    public Speaker(SpeakerConfig config, RandomGenerator random, SpeakerDriver driver) {
        this(config, AddressFamilies.UNICAST, random, driver);
    }

    public SpeakerConfig config() {
        return core.config;
    }

    // Peers.

    /** Adds a peer, starts its session, and returns its number. */
    public int addPeer(SpeakerPeer peer, long now) {
        return administration.add(peer, now);
    }

    /** Takes peers as they connect. */
    public void addDynamicPeers(DynamicPeers range) {
        core.peers.add(range);
    }

    /**
     * Changes what is told of a peer. Its session goes on if only policy changes; the routes are put right bit by bit.
     *
     * @param why is told to the peer if the session has to start anew
     */
    public void changePeer(int number, SpeakerPeer changed, String why, long now) {
        administration.change(number, changed, why, now);
    }

    /** Ends the session with a peer for good, telling it why (RFC 9003), and forgets its routes. */
    public void removePeer(int number, String why, long now) {
        administration.remove(number, why, now);
    }

    /** Ends the session with a peer, telling it why; it starts again after {@code idle}. */
    public void resetPeer(int number, NotificationReason reason, String why, Duration idle, long now) {
        administration.reset(number, reason, why, idle, now);
    }

    /** Asks a peer to send everything of a family again (RFC 2918); false if it cannot or is not up. */
    public boolean requestRefresh(int number, AddressFamilyId family, long now) {
        boolean asked = core.effects.requestRefresh(core.peers.get(number), family);
        core.settle(now);
        return asked;
    }

    /** How a peer is. */
    public PeerStatus status(int number) {
        return administration.status(number);
    }

    /** What came and went over a connection; null while it carries no established session. */
    public @Nullable RouteCounters counters(int connection) {
        Connection known = core.connections.get(connection);
        PeerRoutes routes = known == null ? null : known.routes();
        return routes == null ? null : routes.counters();
    }

    /** What is told of a peer. */
    public SpeakerPeer configOf(int number) {
        return core.peers.get(number).config();
    }

    /** All peers there are. */
    public List<PeerStatus> peers() {
        return core.peers.all().stream().map(each -> status(each.number)).toList();
    }

    // Routes.

    /** Says nothing to peers, End-of-RIB included, until {@link #release}: for who learns what to originate when sessions may be up. */
    public void holdBack() {
        core.rib.defer(true);
    }

    /** What was originated meanwhile goes out, and then End-of-RIB. */
    public void release(long now) {
        core.rib.defer(false);
        core.settle(now);
    }

    /** Originates prefixes with equal attributes; those originated before change. Without next hop it is each session's own address. */
    public void originate(Iterable<Prefix> prefixes, AttributeSet attributes, long now) {
        core.rib.originate(prefixes, attributes);
        core.settle(now);
    }

    /** Withdraws prefixes that were originated; others are passed over. */
    public void withdraw(Iterable<Prefix> prefixes, long now) {
        core.rib.withdraw(prefixes);
        core.settle(now);
    }

    /** Originates routes of a family whose NLRI are bytes; those originated before change. */
    public void originate(AddressFamilyId family, List<KeyedRoute> routes, AttributeSet attributes, long now) {
        core.rib.originate(family, routes, attributes);
        core.settle(now);
    }

    /** Withdraws routes of such a family by their keys. */
    public void withdraw(AddressFamilyId family, List<Octets> keys, long now) {
        core.rib.withdraw(family, keys);
        core.settle(now);
    }

    /**
     * Tells what next hops cost (RFC 4271 section 9.1.2.1): before that, all can be reached at the same cost. To be told again, the same or
     * another, whenever an answer may have become different; routes are decided anew bit by bit.
     */
    public void nextHopCosts(NextHopCosts costs, long now) {
        core.rib.costs(costs);
        core.settle(now);
    }

    /** Imports again what a peer has sent, without asking it. */
    public void resetIn(int number, long now) {
        PeerRoutes routes = core.peers.get(number).routes();
        if (routes != null) {
            core.rib.importAgain(routes);
            core.settle(now);
        }
    }

    /** Sends everything again to a peer. */
    public void resetOut(int number, long now) {
        PeerRoutes routes = core.peers.get(number).routes();
        if (routes != null) {
            routes.options().families().forEach(each -> routes.repeat(each, false));
            core.wake(core.peers.get(number).source());
            core.settle(now);
        }
    }

    /** Tells a listener all routes of a family, and from then on what they become, in batches. */
    public void listen(AddressFamilyId family, Consumer<List<LocRib.Change>> listener, long now) {
        core.rib.listen(family, listener);
        core.settle(now);
    }

    /** The same without an object for each route. */
    public void follow(AddressFamilyId family, RouteFollower follower, long now) {
        core.rib.follow(family, follower);
        core.settle(now);
    }

    /** Tells a watcher of messages from now on, beside others; first of the sessions that are up. */
    public void watch(WireWatcher watcher) {
        core.effects.watch(watcher, core.peers);
    }

    /** Tells it nothing any more. */
    public void unwatch(WireWatcher watcher) {
        core.effects.wire.remove(watcher);
    }

    /** Tells a watcher of the sessions from now on, in place of the one before. */
    public void watch(SessionWatcher watcher) {
        core.effects.watcher = watcher;
    }

    /** Why a prefix is routed as it is, and why it is sent to whom. */
    public Explanation explain(Prefix prefix) {
        return core.rib.explain(
                prefix,
                core.peers.all().stream()
                        .map(Peer::routes)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The same for a route of a family whose NLRI are bytes. */
    public Explanation explain(AddressFamilyId family, Octets key) {
        return core.rib.explain(
                family,
                key,
                core.peers.all().stream()
                        .map(Peer::routes)
                        .filter(Objects::nonNull)
                        .toList());
    }

    public LocRib locRib(AddressFamilyId family) {
        return core.rib.locRib(family);
    }

    public Rib rib() {
        return core.rib;
    }

    // What the driver tells.

    /**
     * Somebody connected.
     *
     * @param networkInterface where it came in; empty where the driver cannot say
     * @return the connection's number, or {@link #REFUSED}
     */
    public int accepted(IpAddress remote, IpAddress local, String networkInterface, long now) {
        return transport.accepted(remote, local, networkInterface, now);
    }

    /**
     * An attempt to connect succeeded.
     *
     * @param remote the peer's address
     * @param local our own on this connection, which is the next hop of what is sent
     * @return the connection's number, or {@link #REFUSED}
     */
    public int connected(int number, IpAddress remote, IpAddress local, long now) {
        return transport.connected(number, remote, local, now);
    }

    /** An attempt to connect failed, with the reason for people. */
    public void connectFailed(int number, String reason, long now) {
        transport.connectFailed(number, reason, now);
    }

    /**
     * Bytes came. All whole messages are taken; how much is offered bounds the work of a call.
     *
     * @return how many were used up; the rest is to be offered again in front of what comes next. Zero means that a message is not
     *     complete; {@link MessageFrame#MAX_EXTENDED_LENGTH} bytes always hold one.
     */
    public int received(int number, byte[] in, int from, int to, long now) {
        return transport.received(number, in, from, to, now);
    }

    /**
     * The connection is writable: writes whole messages.
     *
     * @param to at least {@link MessageFrame#MAX_EXTENDED_LENGTH} behind {@code from}, so that every message fits; more is better
     * @return how many bytes were written; 0 means that there is nothing to write until {@link SpeakerDriver#wantsToWrite}
     */
    public int fill(int number, byte[] out, int from, int to, long now) {
        return transport.fill(number, out, from, to, now);
    }

    /** A connection is gone, on whose wish ever. */
    public void closed(int number, String reason, long now) {
        transport.closed(number, reason, now);
    }

    /**
     * BFD says that the path to a peer has failed, and nobody took it down on purpose: the session ends by a Cease (RFC 9384) and starts
     * again like after any other error (RFC 5882 sections 4.2 and 10.2). One that is not up is left alone.
     *
     * @param forwarding packets are lost for certain, so that no graceful restart keeps the routes (RFC 5882 section 4.3)
     */
    public void pathDown(int number, boolean forwarding, long now) {
        transport.pathDown(number, forwarding, now);
    }

    /** The time asked for in {@link SpeakerDriver#wakeAt} has come, or passed. */
    public void tick(long now) {
        core.tick(now);
    }
}
