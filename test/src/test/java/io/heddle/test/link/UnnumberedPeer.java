package io.heddle.test.link;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.netty.BgpServer;
import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.ra.RaSockets;
import io.heddle.bgp.ra.RaTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.unnumbered.UnnumberedPeers;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A speaker of AS 65002 on a link without addresses: {@code UnnumberedPeer INTERFACE MAC PREFIX}. Originates the prefix; at each line of
 * input it tells {@code route PREFIX via NEXT-HOP} for every route it has chosen, and {@code end}.
 */
public final class UnnumberedPeer {

    private UnnumberedPeer() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        String networkInterface = arguments[0];
        SpeakerConfig config = SpeakerConfig.of(new Asn(65_002), IpAddress.parse("10.7.0.2"), 1);
        BgpServer server = BgpServer.start(
                config, AddressFamilies.UNICAST, TransportOptions.DEFAULT, new Random(1), Throwable::printStackTrace);
        PeerGroup group = new PeerGroup(
                "links",
                Set.of(AddressFamily.IPV4_UNICAST),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        UnnumberedPeers peers = new UnnumberedPeers(server);
        peers.expect(
                networkInterface,
                address -> SpeakerPeer.of(
                        config.router(),
                        networkInterface,
                        new TransportConfig(address, TransportConfig.BGP_PORT, null, networkInterface, 1, false, null),
                        new Asn(65_001),
                        group));
        server.tell((speaker, now) -> speaker.originate(
                        List.of(Prefix.parse(arguments[2])),
                        AttributeSet.of(PathAttributes.originated(Origin.IGP), null),
                        now))
                .join();
        RaSockets advertisements = new RaSockets(System::nanoTime, new Random(2), peers);
        advertisements.add(networkInterface, Mac.parse(arguments[1]), RaTimers.DEFAULT);
        Thread.ofPlatform().daemon().start(() -> serve(advertisements));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (commands.readLine() != null) {
            server.tell((speaker, _) -> speaker.locRib(AddressFamilyId.IPV4_UNICAST)
                            .forEach(route -> System.out.println("route " + route.destination() + " via "
                                    + route.best()
                                            .attributes()
                                            .nextHop()
                                            .map(Object::toString)
                                            .orElse("self"))))
                    .join();
            System.out.println("end");
        }
    }

    private static void serve(RaSockets advertisements) {
        try {
            advertisements.run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
