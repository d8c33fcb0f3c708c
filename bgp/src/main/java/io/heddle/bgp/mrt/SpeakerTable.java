package io.heddle.bgp.mrt;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.rib.RouteSource;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.speaker.PeerStatus;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a speaker has received, as a dump: IPv4 and IPv6 unicast, every path before import policy, ordered by prefix. Own routes are those of
 * a peer with our own router id; where a route leaves the next hop to each session it is that address too. When a path came is not kept, so
 * every path has the time of the dump. Runs as one call on the speaker's thread and takes as long as the table is large.
 */
public final class SpeakerTable {

    private SpeakerTable() {}

    /**
     * Writes the dump.
     *
     * @param seconds since 1970
     */
    public static void write(Speaker speaker, OutputStream out, long seconds) throws IOException {
        BgpConfig router = speaker.config().router();
        Map<Integer, Integer> positions = new LinkedHashMap<>();
        List<MrtPeer> peers = new ArrayList<>();
        positions.put(RouteSource.SELF, 0);
        peers.add(new MrtPeer(router.routerId(), router.routerId(), router.asn()));
        for (PeerStatus status : speaker.peers()) {
            if (status.state() instanceof SessionState.Established up
                    && status.remote().isPresent()) {
                positions.put(status.peer() + 1, peers.size());
                peers.add(new MrtPeer(
                        up.negotiated().peerRouterId(),
                        status.remote().get(),
                        up.negotiated().peerAs()));
            }
        }
        NextHop own = NextHop.of(router.routerId());
        MrtTable table = new MrtTable(out, seconds, router.routerId(), "", peers);
        for (AddressFamilyId family : List.of(AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST)) {
            SortedMap<Prefix, List<MrtTable.Path>> routes = new TreeMap<>();
            speaker.locRib(family).forEachReceived(received -> {
                Integer position = positions.get(received.path().source().number());
                // A path that is kept while its peer restarts has no session to name.
                if (position != null && received.destination().prefix().isPresent()) {
                    routes.computeIfAbsent(received.destination().prefix().get(), _ -> new ArrayList<>())
                            .add(new MrtTable.Path(
                                    position,
                                    seconds,
                                    withNextHop(received.path().attributes(), own)));
                }
            });
            for (Map.Entry<Prefix, List<MrtTable.Path>> route : routes.entrySet()) {
                table.route(route.getKey(), route.getValue());
            }
        }
    }

    private static AttributeSet withNextHop(AttributeSet set, NextHop own) {
        return set.nextHop().isPresent() ? set : set.withNextHop(own);
    }
}
