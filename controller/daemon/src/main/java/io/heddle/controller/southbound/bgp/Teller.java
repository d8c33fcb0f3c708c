package io.heddle.controller.southbound.bgp;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.netty.BgpHost;
import io.heddle.bgp.netty.BgpServer;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.speaker.SessionWatcher;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.speak.Table;
import io.heddle.controller.southbound.Observation;
import io.heddle.controller.southbound.SwitchEvent;
import io.heddle.controller.southbound.SwitchStatus;
import io.heddle.evpn.rib.ReceivedRoutes;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A speaker with its table and the switches it tells: one, or the clients of a reflector. Its methods may be called from any thread. */
final class Teller {

    private static final AddressFamilies FAMILIES = AddressFamilies.UNICAST.with(EvpnFamily.CODEC);

    private final BgpServer server;
    private final Asn asn;
    private final Map<DeviceName, Session> sessions = new LinkedHashMap<>();
    private final CompletableFuture<Table> table;
    /** Nothing was wanted yet, so nothing is said: End-of-RIB would make a switch drop what it has kept for us. Of the speaker's thread. */
    private boolean heldBack;

    Teller(
            BgpHost host,
            BgpSouthbound config,
            List<BgpSwitch> switches,
            RandomGenerator random,
            Consumer<SwitchEvent> events) {
        asn = config.asn();
        SpeakerConfig own = SpeakerConfig.of(config.asn(), config.routerId(), 1);
        server = host.speaker(own, FAMILIES, random);
        switches.forEach(each -> sessions.put(each.device(), new Session(each, events)));
        Wanted nothing = Wanted.nothing(switches.getFirst().device());
        boolean alone = !switches.getFirst().reflected();
        table = server.ask((speaker, _) -> {
            speaker.watch(new Watcher(speaker));
            if (alone) {
                speaker.holdBack();
                heldBack = true;
            }
            return new Table(speaker, nothing);
        });
        table.join();
    }

    /** Begins to peer. */
    void start(BgpSouthbound config) {
        for (Session each : sessions.values()) {
            int peer = server.addPeer(Peers.of(config, each.config));
            server.tell((_, _) -> each.peer = peer).join();
        }
    }

    /** All of the speaker's routes once this switch wants this: its own, or what all clients want together. */
    private Wanted together() {
        if (sessions.size() == 1) {
            return sessions.values().iterator().next().wanted();
        }
        TreeMap<RouteKey, Announcement> all = new TreeMap<>();
        long revision = 0;
        for (Session each : sessions.values()) {
            all.putAll(each.wanted().routes());
            revision = Math.max(revision, each.wanted().revision());
        }
        return new Wanted(sessions.keySet().iterator().next(), revision, all);
    }

    /** A change under way: what is new has been announced, what is gone not yet withdrawn. */
    record Change(Teller teller, Difference difference, Wanted whole) {}

    /** Takes the wants and announces what is new. */
    CompletableFuture<Change> announce(List<Wanted> wants) {
        return server.ask((_, now) -> {
            for (Wanted each : wants) {
                Session session = session(each.device());
                if (each.revision() >= session.wanted().revision()) {
                    session.want(each);
                }
            }
            Wanted whole = together();
            Table own = table.join();
            Difference difference = own.to(whole);
            if (!difference.isEmpty()) {
                sessions.values().forEach(Session::stir);
            }
            own.announce(difference, now);
            return new Change(this, difference, whole);
        });
    }

    CompletableFuture<Void> withdraw(Change change) {
        return server.tell((speaker, now) -> {
            if (heldBack || !change.difference().withdraw().isEmpty()) {
                sessions.values().forEach(Session::stir);
            }
            table.join().withdraw(change.difference(), change.whole(), now);
            if (heldBack) {
                heldBack = false;
                speaker.release(now);
            }
            sessions.values().forEach(Session::settle);
        });
    }

    private Session session(DeviceName device) {
        Session session = sessions.get(device);
        if (session == null) {
            throw new IllegalArgumentException("no switch " + device);
        }
        return session;
    }

    List<SwitchStatus> status() {
        return server.ask((speaker, _) -> {
                    List<SwitchStatus> all = new ArrayList<>();
                    for (Session each : sessions.values()) {
                        int received = 0;
                        for (AddressFamilyId family : Peers.families(each.config)) {
                            received += speaker.rib().pathCount(family, each.peer + 1);
                        }
                        all.add(each.status(speaker.status(each.peer), received));
                    }
                    return all;
                })
                .join();
    }

    Observation observe(DeviceName device) {
        Session session = session(device);
        return server.ask((speaker, _) -> {
                    SortedMap<RouteKey, Observation.Route> routes = new TreeMap<>();
                    for (AddressFamilyId family : Peers.families(session.config)) {
                        speaker.locRib(family).forEachReceived(each -> {
                            AttributeSet attributes = each.path().attributes();
                            boolean own = attributes.core().asPath().count(asn.value()) > 0;
                            NextHop hop = attributes.nextHop().orElse(null);
                            if (each.path().source().number() == session.peer + 1 && !own && hop != null) {
                                put(routes, each, hop.address());
                            }
                        });
                    }
                    return new Observation(device, routes);
                })
                .join();
    }

    private static void put(SortedMap<RouteKey, Observation.Route> routes, LocRib.Received each, IpAddress nextHop) {
        Prefix prefix = each.destination().prefix().orElse(null);
        if (prefix != null) {
            routes.put(RouteKey.of(prefix), new Observation.Route(nextHop, Optional.empty()));
        } else {
            Octets key = each.destination().key();
            EvpnRoute route = ReceivedRoutes.route(key, each.path().payload());
            routes.put(new RouteKey.Evpn(key), new Observation.Route(nextHop, Optional.of(route)));
        }
    }

    /** BFD says that the path to a switch has failed. No pod's packets go there, so none are lost (RFC 5882 section 4.3). */
    void pathDown(DeviceName device) {
        Session session = session(device);
        var _ = server.tell((speaker, now) -> speaker.pathDown(session.peer, false, now));
    }

    private final class Watcher implements SessionWatcher {

        private final Speaker speaker;

        Watcher(Speaker speaker) {
            this.speaker = speaker;
        }

        @Override
        public void up(int peer) {
            at(peer, Session::up);
        }

        @Override
        public void down(int peer) {
            at(peer, each -> each.down(speaker.status(peer).reason()));
        }

        @Override
        public void sentAll(int peer) {
            at(peer, Session::sentAll);
        }

        private void at(int peer, Consumer<Session> what) {
            // By name: it may be up before addPeer has given its number.
            what.accept(session(DeviceName.of(speaker.configOf(peer).peer().name())));
        }
    }
}
