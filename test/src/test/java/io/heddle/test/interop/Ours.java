package io.heddle.test.interop;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.netty.BgpServer;
import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.netty.TransportOptions.ListenAddress;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.session.Negotiated;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.PeerStatus;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.bgp.wire.RouteTargetNlri;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Community;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Our server in our namespace: AS 65001, identifier 10.8.0.1 unless said otherwise. */
final class Ours {

    static final Asn AS = new Asn(65001);
    static final Asn THEIR_AS = new Asn(65002);

    final Bed bed;
    final BgpConfig router;
    final BgpServer server;
    private boolean closed;
    final List<Throwable> troubles = new CopyOnWriteArrayList<>();

    private Ours(Bed bed, BgpConfig router, boolean restarting, TransportOptions options) throws Exception {
        this.bed = bed;
        this.router = router;
        server = bed.inOurs(() -> BgpServer.start(
                new SpeakerConfig(router, restarting),
                AddressFamilies.UNICAST.with(EvpnFamily.CODEC).with(RouteTargetNlri.INSTANCE),
                options,
                new Random(1),
                troubles::add));
    }

    static Ours start(Bed bed) throws Exception {
        return start(bed, AS, Bed.OURS, false);
    }

    static Ours start(Bed bed, Asn as, String address, boolean restarting) throws Exception {
        BgpConfig router = new BgpConfig(as, IpAddress.parse(address), List.of(), List.of(), 8, true);
        TransportOptions options = TransportOptions.DEFAULT.listeningOn(
                new ListenAddress(IpAddress.parse(address), TransportConfig.BGP_PORT),
                new ListenAddress(IpAddress.parse("fd08::1"), TransportConfig.BGP_PORT));
        Ours ours = new Ours(
                bed,
                router,
                restarting,
                address.equals(Bed.OURS)
                        ? options
                        : options.listeningOn(options.listen().getFirst()));
        bed.closing(ours::close);
        return ours;
    }

    static PeerGroup group(String name, AddressFamily... families) {
        return new PeerGroup(
                name,
                Set.of(families),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
    }

    /** The daemon as a peer over IPv4: short timers. */
    SpeakerPeer daemon() {
        return daemon(TransportConfig.of(IpAddress.parse(Bed.THEIRS)).withLocalAddress(router.routerId()));
    }

    SpeakerPeer daemon(TransportConfig transport, AddressFamily... families) {
        PeerGroup group =
                families.length == 0 ? group("daemons", AddressFamily.IPV4_UNICAST) : group("daemons", families);
        SpeakerPeer peer = SpeakerPeer.of(router, "daemon", transport, THEIR_AS, group);
        return peer.with(withShortTimers(peer.peer().session()));
    }

    /** Another of ours as a peer. */
    SpeakerPeer peerOf(Ours other) {
        TransportConfig transport = TransportConfig.of(other.router.routerId()).withLocalAddress(router.routerId());
        SpeakerPeer peer = SpeakerPeer.of(
                router,
                other.router.routerId().toString(),
                transport,
                other.router.asn(),
                group("ours", AddressFamily.IPV4_UNICAST));
        return peer.with(withShortTimers(peer.peer().session()));
    }

    static SessionConfig withShortTimers(SessionConfig session) {
        return session.withTimers(SessionTimers.DEFAULT
                .withHoldTime(9)
                .withConnectRetry(Duration.ofMillis(500))
                .withIdleHold(Duration.ofMillis(200), Duration.ofMillis(500)));
    }

    int add(SpeakerPeer peer) {
        return server.addPeer(peer);
    }

    PeerStatus status(int peer) {
        return server.ask((speaker, _) -> speaker.status(peer)).join();
    }

    void untilEstablished(int peer) throws Exception {
        try {
            bed.until("the session is established", () -> status(peer).isEstablished());
        } catch (AssertionError e) {
            throw new AssertionError(status(peer) + " " + troubles, e);
        }
    }

    void untilDown(int peer) throws Exception {
        bed.until("the session is down", () -> !status(peer).isEstablished());
    }

    /** Session settings of a peer, changed. */
    static SpeakerPeer with(SpeakerPeer peer, UnaryOperator<SessionConfig> change) {
        return peer.with(change.apply(peer.peer().session()));
    }

    /** {@code count} host routes from {@code first}. */
    static List<Prefix> hosts(String first, int count) {
        IpAddress start = IpAddress.parse(first);
        List<Prefix> prefixes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            prefixes.add(Prefix.host(start.plus(i)));
        }
        return prefixes;
    }

    /** Originates in groups of 110 with a MED and a community of their own, as nodes with their pods. */
    void originate(List<Prefix> prefixes) {
        server.tell((speaker, now) -> {
                    for (int at = 0, node = 0; at < prefixes.size(); at += 110, node++) {
                        PathAttributes attributes = PathAttributes.originated(Origin.IGP)
                                .withMed(node)
                                .withCommunity(new Community(65001, node));
                        speaker.originate(
                                prefixes.subList(at, Math.min(prefixes.size(), at + 110)),
                                AttributeSet.of(attributes, null),
                                now);
                    }
                })
                .join();
    }

    /** What a peer of another AS must hold of what {@link #originate} says. */
    SortedSet<Entry> announced(List<Prefix> prefixes, String nextHop) {
        SortedSet<Entry> entries = new TreeSet<>();
        for (int i = 0; i < prefixes.size(); i++) {
            int node = i / 110;
            entries.add(new Entry(
                    prefixes.get(i).toString(),
                    nextHop,
                    router.asn().toString(),
                    "IGP",
                    node,
                    List.of("65001:" + node)));
        }
        return entries;
    }

    static SortedSet<Entry> withoutCommunities(SortedSet<Entry> entries) {
        SortedSet<Entry> bare = new TreeSet<>();
        entries.forEach(each -> bare.add(each.withoutCommunities()));
        return bare;
    }

    void withdraw(List<Prefix> prefixes) {
        server.tell((speaker, now) -> speaker.withdraw(prefixes, now)).join();
    }

    /** Ends the session by this Cease; it starts again after {@code idle}. */
    void reset(int peer, NotificationReason reason, String why, Duration idle) {
        server.tell((speaker, now) -> speaker.resetPeer(peer, reason, why, idle, now))
                .join();
    }

    Negotiated negotiated(int peer) {
        return ((SessionState.Established) status(peer).state()).negotiated();
    }

    void untilLastError(int peer, String text) throws Exception {
        bed.until("the last error is " + text, () -> status(peer)
                .lastError()
                .filter(each -> each.contains(text))
                .isPresent());
    }

    /** How many paths a peer has brought in. */
    int received(int peer, AddressFamilyId family) {
        return server.ask((speaker, _) -> speaker.rib().pathCount(family, peer + 1))
                .join();
    }

    /** All routes that were learned, as entries. */
    SortedSet<Entry> learned(AddressFamilyId family) {
        return server.ask((speaker, _) -> {
                    SortedSet<Entry> entries = new TreeSet<>();
                    speaker.locRib(family).forEach(route -> {
                        for (LocRib.Path each : route.paths()) {
                            if (each.source().number() != 0) {
                                entries.add(entry(route.destination().toString(), each.attributes()));
                            }
                        }
                    });
                    return entries;
                })
                .join();
    }

    private static Entry entry(String prefix, AttributeSet attributes) {
        PathAttributes core = attributes.core();
        return new Entry(
                prefix,
                attributes.nextHop().map(each -> each.address().toString()).orElse("none"),
                core.asPath().toString(),
                core.origin().name(),
                core.med(),
                core.communities().stream().map(Object::toString).toList());
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        if (!troubles.isEmpty()) {
            throw new AssertionError("the server had troubles: " + troubles, troubles.getFirst());
        }
    }
}
