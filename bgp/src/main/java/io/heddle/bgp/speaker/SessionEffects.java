package io.heddle.bgp.speaker;

import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.bfd.BfdRequest;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.rib.PeerRoutes;
import io.heddle.bgp.rib.Rib;
import io.heddle.bgp.rib.RouteSource;
import io.heddle.bgp.session.Effect;
import io.heddle.bgp.session.FamilyConfig;
import io.heddle.bgp.session.Negotiated;
import io.heddle.bgp.session.RoleConfig;
import io.heddle.bgp.session.SessionEvent;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.session.Transition;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.SessionOptions;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Carries out what the session machine asks for: on connections through the driver, on routes in the tables. */
final class SessionEffects {

    /** RFC 4684 section 6: nanoseconds until a peer that does not say so is taken to have named all it wants. */
    private static final long LONGEST_WAIT = 60_000_000_000L;

    private final Rib rib;
    private final Connections connections;
    private final SpeakerDriver driver;
    SessionWatcher watcher = SessionWatcher.NOBODY;
    final WireWatchers wire = new WireWatchers();

    SessionEffects(Rib rib, Connections connections, SpeakerDriver driver) {
        this.rib = rib;
        this.connections = connections;
        this.driver = driver;
    }

    void carryOut(Peer peer, SessionEvent event, long now) {
        Transition transition = peer.machine().step(peer.session(), event, now);
        peer.become(transition.session(), transition.reason());
        for (Effect each : transition.effects()) {
            carryOut(peer, each, now);
        }
    }

    private void carryOut(Peer peer, Effect effect, long now) {
        switch (effect) {
            case Effect.Dial _ ->
                driver.connect(peer.number, peer.config().peer().transport());
            case Effect.StopDialing _ -> driver.stopConnecting(peer.number);
            case Effect.Send send -> send(connections.get(send.connection()), send.message());
            case Effect.Close close -> {
                Connection connection = connections.get(close.connection());
                if (connection != null && !connection.isClosing()) {
                    connection.close();
                    driver.close(close.connection());
                }
            }
            case Effect.Up up -> up(peer, up.connection(), up.negotiated(), now);
            case Effect.Down down -> down(peer, down);
            case Effect.Flush flush -> rib.sweepStale(peer.source(), flush.family());
            case Effect.LongLived longLived -> rib.makeLongLived(peer.source(), longLived.family());
        }
    }

    private void send(@Nullable Connection connection, BgpMessage message) {
        if (connection != null) {
            wire.said(connection.number, message);
            connection.send(message);
            if (connection.want()) {
                driver.wantsToWrite(connection.number);
            }
        }
    }

    private void up(Peer peer, int number, Negotiated agreed, long now) {
        Connection connection = connections.get(number);
        if (connection == null) {
            return;
        }
        SpeakerPeer told = peer.config();
        SessionOptions options = new SessionOptions(
                agreed.external(),
                false,
                agreed.fourOctetAs(),
                agreed.maxSend(),
                agreed.families(),
                agreed.addPathReceive(),
                agreed.addPathSend(),
                agreed.ipv6NextHop());
        RouteSource source = new RouteSource(
                peer.source(),
                told.name(),
                agreed.external() ? RouteSourceKind.EXTERNAL : RouteSourceKind.INTERNAL,
                told.group().routeReflectorClient(),
                agreed.peerRouterId(),
                told.routes().rank());
        Map<AddressFamilyId, Integer> limits = new TreeMap<>();
        for (FamilyConfig each : told.peer().session().families()) {
            if (each.maxPrefixes() > 0) {
                limits.put(each.family(), each.maxPrefixes());
            }
        }
        RoleConfig role = told.peer().session().role();
        PeerRoutes routes = rib.up(
                source,
                options,
                told.group(),
                told.routes(),
                NextHop.of(connection.local),
                role == null || agreed.role() == null ? null : role.role(),
                agreed.peerAs().value(),
                agreed.longLived() != null,
                limits);
        peer.carry(routes);
        peer.awaitMemberships(routes.awaitsMemberships() ? now + LONGEST_WAIT : Long.MAX_VALUE);
        connection.carry(routes);
        connection.maxReceive = agreed.maxReceive();
        watchPath(peer, connection);
        wire.up(peer.number, number, connection.local, connection.remote, agreed);
        watcher.up(peer.number);
        if (connection.want()) {
            driver.wantsToWrite(number);
        }
    }

    /** Somebody listens from now on; told first of the sessions there are. */
    void watch(WireWatcher more, PeerTable peers) {
        wire.add(more);
        for (Peer each : peers.all()) {
            if (each.session().state() instanceof SessionState.Established up) {
                Connection connection = connections.get(up.connection());
                if (connection != null) {
                    more.up(each.number, connection.number, connection.local, connection.remote, up.negotiated());
                }
            }
        }
    }

    private void watchPath(Peer peer, Connection connection) {
        BfdRequest request = peer.config().bfd();
        peer.watchPath(request == null ? null : request.path(connection.local, connection.remote), driver);
    }

    /** What is told of the peer has changed, and its session goes on. */
    void configured(Peer peer) {
        if (peer.session().state() instanceof SessionState.Established up) {
            Connection connection = connections.get(up.connection());
            if (connection != null) {
                watchPath(peer, connection);
            }
        }
    }

    private void down(Peer peer, Effect.Down down) {
        PeerRoutes routes = peer.routes();
        if (routes == null) {
            return;
        }
        peer.carry(null);
        wire.down(peer.number);
        watcher.down(peer.number);
        peer.awaitMemberships(Long.MAX_VALUE);
        rib.down(routes);
        for (AddressFamilyId each : routes.options().families()) {
            if (down.kept().contains(each)) {
                rib.markStale(peer.source(), each);
            } else {
                rib.drop(peer.source(), each);
            }
        }
    }

    /** A peer has sent all it has of a family: of memberships, so that what it wants is known (RFC 4684 section 6). */
    void endOfRib(Connection connection, AddressFamilyId family) {
        if (family.equals(AddressFamilyId.ROUTE_TARGET)) {
            hasMemberships(connection);
        }
    }

    private void hasMemberships(Connection connection) {
        PeerRoutes routes = connection.routes();
        if (routes != null && routes.awaitsMemberships()) {
            routes.hasMemberships();
            if (connection.want()) {
                driver.wantsToWrite(connection.number);
            }
        }
    }

    /** What has been waited for long enough. */
    void tick(Peer peer, long now) {
        if (peer.membershipsDue() <= now) {
            peer.awaitMemberships(Long.MAX_VALUE);
            if (peer.session().state() instanceof SessionState.Established up) {
                Connection connection = connections.get(up.connection());
                if (connection != null) {
                    hasMemberships(connection);
                }
            }
        }
    }

    boolean requestRefresh(Peer peer, AddressFamilyId family) {
        if (!(peer.session().state() instanceof SessionState.Established up)
                || !up.negotiated().routeRefresh()
                || !up.negotiated().families().contains(family)) {
            return false;
        }
        send(connections.get(up.connection()), new BgpMessage.RouteRefresh(family, BgpMessage.RouteRefresh.REQUEST));
        return true;
    }

    /** RFC 2918 section 4, RFC 7313 section 4. */
    void refresh(Connection connection, BgpMessage.RouteRefresh refresh) {
        PeerRoutes routes = connection.routes();
        if (routes == null || !routes.options().families().contains(refresh.family())) {
            return;
        }
        int source = connection.peer.source();
        switch (refresh.subtype()) {
            case BgpMessage.RouteRefresh.REQUEST -> {
                boolean marked = connection.peer.session().state() instanceof SessionState.Established up
                        && up.negotiated().enhancedRefresh();
                if (marked) {
                    connection.send(new BgpMessage.RouteRefresh(refresh.family(), BgpMessage.RouteRefresh.BEGIN));
                }
                routes.repeat(refresh.family(), marked);
                if (connection.want()) {
                    driver.wantsToWrite(connection.number);
                }
            }
            case BgpMessage.RouteRefresh.BEGIN -> rib.markStale(source, refresh.family());
            case BgpMessage.RouteRefresh.END -> rib.sweepStale(source, refresh.family());
            // RFC 7313 section 5: to be ignored.
            default -> {}
        }
    }
}
