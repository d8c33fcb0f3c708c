package io.heddle.bgp.netty;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.netty.TransportOptions.ListenAddress;
import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.RemoteAs;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.DynamicPeers;
import io.heddle.bgp.speaker.PeerStatus;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Servers on loopback for tests, and what they hold. */
final class Servers implements AutoCloseable {

    static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1");

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    final List<Throwable> troubles = new CopyOnWriteArrayList<>();
    private final List<BgpServer> started = new ArrayList<>();

    static BgpConfig router(int as) {
        return new BgpConfig(new Asn(as), IpAddress.v4(0x0A00_0000L + as), List.of(), List.of(), 4, true);
    }

    BgpServer start(int as, TransportOptions options) {
        BgpServer server = BgpServer.start(
                SpeakerConfig.of(router(as)), AddressFamilies.UNICAST, options, new Random(as), troubles::add);
        started.add(server);
        return server;
    }

    static TransportOptions listening(boolean epoll) {
        TransportOptions options = TransportOptions.DEFAULT.listeningOn(new ListenAddress(LOOPBACK, 0));
        return epoll ? options : options.withoutEpoll();
    }

    static TransportConfig to(BgpServer server) {
        return TransportConfig.of(LOOPBACK)
                .withPort(server.addresses().getFirst().getPort());
    }

    /** A peer of {@code as} as the speaker of {@code own} is told of it. */
    static SpeakerPeer peer(int own, int as, TransportConfig transport) {
        SpeakerPeer peer = SpeakerPeer.of(
                router(own), transport.toString() + transport.localAddress(), transport, new Asn(as), group());
        return peer.with(quick(peer.peer().session()));
    }

    static DynamicPeers anyone(int own, int most) {
        SessionConfig session = SessionConfig.of(
                new Asn(own), router(own).routerId(), new RemoteAs.External(), AddressFamilyId.IPV4_UNICAST);
        return new DynamicPeers(Prefix.parse("127.0.0.0/8"), quick(session), group(), RouteOptions.DEFAULT, most);
    }

    static SessionConfig quick(SessionConfig session) {
        return session.withTimers(SessionTimers.DEFAULT
                .withHoldTime(30)
                .withConnectRetry(Duration.ofMillis(500))
                .withIdleHold(Duration.ofMillis(50), Duration.ofMillis(500)));
    }

    private static PeerGroup group() {
        return new PeerGroup(
                "all",
                Set.of(AddressFamily.IPV4_UNICAST),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
    }

    static void originate(BgpServer server, String first, int count) {
        List<Prefix> prefixes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            prefixes.add(Prefix.host(IpAddress.parse(first).plus(i)));
        }
        server.tell((speaker, now) ->
                        speaker.originate(prefixes, AttributeSet.of(PathAttributes.originated(Origin.IGP), null), now))
                .join();
    }

    static int routes(BgpServer server) {
        return server.ask((speaker, _) -> speaker.rib().pathCount(AddressFamilyId.IPV4_UNICAST))
                .join();
    }

    static long established(BgpServer server) {
        return server.ask((speaker, _) -> speaker.peers()).join().stream()
                .filter(PeerStatus::isEstablished)
                .count();
    }

    /** Waits until something holds. */
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        started.forEach(BgpServer::close);
        if (!troubles.isEmpty()) {
            throw new AssertionError("a server had troubles", troubles.getFirst());
        }
    }
}
