package io.heddle.test.link;

import io.heddle.bgp.bfd.BfdRequest;
import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.liveness.PathSessions;
import io.heddle.bgp.netty.BgpServer;
import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.SessionWatcher;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

/**
 * A speaker of AS 65002 whose session with 10.7.0.1 is watched by BFD: {@code WatchedPeer MILLISECONDS INTERFACE}, over several hops
 * without interface. Tells {@code up NANOS} and {@code down NANOS} of the BGP session; at each line of input it tells {@code error WHY}.
 */
public final class WatchedPeer {

    private WatchedPeer() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        SpeakerConfig config = SpeakerConfig.of(new Asn(65_002), IpAddress.parse("10.7.0.2"), 1);
        BgpServer server = BgpServer.start(
                config, AddressFamilies.UNICAST, TransportOptions.DEFAULT, new Random(1), Throwable::printStackTrace);
        PathSessions paths = PathSessions.start(System::nanoTime, new Random(2), Throwable::printStackTrace);
        paths.serve(server);
        server.tell((speaker, _) -> speaker.watch(new SessionWatcher() {
                    @Override
                    public void up(int peer) {
                        System.out.println("up " + System.nanoTime());
                    }

                    @Override
                    public void down(int peer) {
                        System.out.println("down " + System.nanoTime());
                    }

                    @Override
                    public void sentAll(int peer) {}
                }))
                .join();
        PeerGroup group = new PeerGroup(
                "watched",
                Set.of(AddressFamily.IPV4_UNICAST),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        BfdTimers timers = BfdTimers.of(Integer.parseInt(arguments[0]), 3);
        SpeakerPeer peer = SpeakerPeer.of(
                config.router(),
                "frr",
                TransportConfig.of(IpAddress.parse("10.7.0.1")).withLocalAddress(IpAddress.parse("10.7.0.2")),
                new Asn(65_001),
                group);
        SessionTimers quick = SessionTimers.DEFAULT
                .withConnectRetry(Duration.ofMillis(500))
                .withIdleHold(Duration.ofMillis(200), Duration.ofMillis(500));
        int number = server.addPeer(peer.with(peer.peer().session().withTimers(quick))
                .with(arguments.length > 1 ? BfdRequest.onLink(timers, arguments[1]) : BfdRequest.multihop(timers)));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (commands.readLine() != null) {
            String why = server.ask((speaker, _) -> speaker.status(number).lastError())
                    .join()
                    .orElse("");
            System.out.println("error " + why);
        }
    }
}
