package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.PeerConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;

/**
 * Peers that are taken as they come: whoever connects from {@code from}, forgotten when the session ends.
 *
 * @param session what is said to each of them; they are never connected to
 * @param most how many may be there at once
 */
public record DynamicPeers(Prefix from, SessionConfig session, PeerGroup group, RouteOptions routes, int most) {

    public DynamicPeers {
        session = session.withPassive();
        if (most < 1) {
            throw new IllegalArgumentException("dynamic peers from " + from + ": at most " + most);
        }
    }

    boolean matches(IpAddress remote) {
        return from.contains(remote);
    }

    SpeakerPeer peer(IpAddress remote, String networkInterface) {
        TransportConfig address = TransportConfig.of(remote);
        TransportConfig transport = networkInterface.isEmpty() ? address : address.withInterface(networkInterface);
        return new SpeakerPeer(new PeerConfig(remote.toString(), session, transport), group, routes);
    }
}
