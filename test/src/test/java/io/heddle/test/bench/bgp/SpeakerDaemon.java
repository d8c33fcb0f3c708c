package io.heddle.test.bench.bgp;

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
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Heddle's speaker as a daemon of its own: {@code SpeakerDaemon LISTEN PORT AS ROUTER-ID PEER...}, a peer as {@code ADDRESS=AS}. As in the
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
    public static void main(String[] arguments) throws InterruptedException {
        Asn as = new Asn(Long.parseLong(arguments[2]));
        SpeakerConfig config = SpeakerConfig.of(as, IpAddress.parse(arguments[3]), 1);
        TransportOptions options = TransportOptions.DEFAULT.listeningOn(
                new TransportOptions.ListenAddress(IpAddress.parse(arguments[0]), Integer.parseInt(arguments[1])));
        BgpServer server =
                BgpServer.start(config, AddressFamilies.UNICAST, options, new Random(1), Throwable::printStackTrace);
        for (int peer = 4; peer < arguments.length; peer++) {
            int equals = arguments[peer].indexOf('=');
            IpAddress address = IpAddress.parse(arguments[peer].substring(0, equals));
            server.addPeer(peer(config, address, new Asn(Long.parseLong(arguments[peer].substring(equals + 1)))));
        }
        new CountDownLatch(1).await();
    }

    private static SpeakerPeer peer(SpeakerConfig config, IpAddress address, Asn remoteAs) {
        Asn as = config.router().asn();
        boolean external = !remoteAs.equals(as);
        PeerGroup group = new PeerGroup(
                external ? "clients-of-the-server" : "clients",
                Set.of(AddressFamily.IPV4_UNICAST),
                IMPORT,
                Policy.ACCEPT_ALL,
                !external,
                external ? PeerGroup.NextHopMode.UNCHANGED : PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        SessionConfig session = SessionConfig.of(
                        as, config.router().routerId(), new RemoteAs.Exactly(remoteAs), AddressFamilyId.IPV4_UNICAST)
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
