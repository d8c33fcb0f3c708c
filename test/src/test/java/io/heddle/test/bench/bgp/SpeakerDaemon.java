package io.heddle.test.bench.bgp;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.netty.BgpServer;
import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.PeerConfig;
import io.heddle.bgp.session.RemoteAs;
import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * Heddle's speaker as a daemon of its own: {@code SpeakerDaemon LISTEN PORT AS ROUTER-ID FAMILY PEER...}, a peer as {@code ADDRESS=AS}. As in the
 * product: an import policy, RFC 7606, graceful restart and counters are on; every feature that a session can have is offered. Peers of
 * the own AS are clients of a route reflector, others of a route server.
 */
public final class SpeakerDaemon {

    /** Rejects what is marked as not wanted; asks for communities, as the policies of the plan do. */
    private static final Policy IMPORT = new Policy(
            PolicyName.of("import"),
            List.of(new PolicyTerm(
                    "unwanted", List.of(new Match.HasCommunity(new Community(65_535, 666))), List.of(), false)),
            true);

    private SpeakerDaemon() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Asn as = new Asn(Long.parseLong(arguments[2]));
        SpeakerConfig config = SpeakerConfig.of(as, IpAddress.parse(arguments[3]), 1);
        TransportOptions options = TransportOptions.DEFAULT.listeningOn(
                new TransportOptions.ListenAddress(IpAddress.parse(arguments[0]), Integer.parseInt(arguments[1])));
        BgpServer server = BgpServer.start(
                config,
                AddressFamilies.UNICAST.with(EvpnFamily.CODEC),
                options,
                new Random(1),
                Throwable::printStackTrace);
        for (int peer = 5; peer < arguments.length; peer++) {
            int equals = arguments[peer].indexOf('=');
            IpAddress address = IpAddress.parse(arguments[peer].substring(0, equals));
            server.addPeer(peer(
                    config,
                    AddressFamily.valueOf(arguments[4]),
                    address,
                    new Asn(Long.parseLong(arguments[peer].substring(equals + 1)))));
        }
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            inject(server, line.split(" ", -1));
        }
        new CountDownLatch(1).await();
    }

    /** {@code inject FROM TO} originates the pods of that range as one batch, {@code withdraw FROM TO} takes them back. */
    private static void inject(BgpServer server, String[] words) {
        int from = Integer.parseInt(words[1]);
        int to = Integer.parseInt(words[2]);
        server.tell((speaker, now) -> {
                    int group = Shape.POD.group();
                    for (int index = from; index < to; ) {
                        int end = Math.min(to, index - index % group + group);
                        List<Prefix> pods = pods(index, end);
                        if (words[0].equals("withdraw")) {
                            speaker.withdraw(pods, now);
                        } else {
                            NextHop node =
                                    NextHop.of(address(Load.parse("inject1").nextHop(0, index)));
                            speaker.originate(pods, AttributeSet.of(PathAttributes.originated(Origin.IGP), node), now);
                        }
                        index = end;
                    }
                })
                .join();
    }

    private static List<Prefix> pods(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(index -> Prefix.host(address(Shape.POD.address(index))))
                .toList();
    }

    private static IpAddress address(int bits) {
        return IpAddress.v4(bits & 0xFFFF_FFFFL);
    }

    private static SpeakerPeer peer(SpeakerConfig config, AddressFamily family, IpAddress address, Asn remoteAs) {
        Asn as = config.router().asn();
        boolean external = !remoteAs.equals(as);
        PeerGroup group = new PeerGroup(
                external ? "clients-of-the-server" : "clients",
                Set.of(family),
                IMPORT,
                Policy.ACCEPT_ALL,
                !external,
                external ? PeerGroup.NextHopMode.UNCHANGED : PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        SessionConfig session = SessionConfig.of(
                        as, config.router().routerId(), new RemoteAs.Exactly(remoteAs), AddressFamilyId.of(family))
                .withPassive()
                .withTimers(SessionTimers.DEFAULT.withHoldTime(Peer.HOLD_SECONDS))
                .withRestart(RestartConfig.DEFAULT);
        RouteOptions routes = new RouteOptions(external, 1, 0);
        return new SpeakerPeer(
                new PeerConfig(
                        address.toString(), session, TransportConfig.of(address).withHops(255, false)),
                group,
                routes);
    }
}
