package io.heddle.bgp.unnumbered;

import io.heddle.bgp.netty.BgpServer;
import io.heddle.bgp.ra.RaWatcher;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.model.net.IpAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Makes peers of the routers that are found on interfaces. Thread-safe. */
public final class UnnumberedPeers implements RaWatcher {

    private final BgpServer server;
    private final Map<String, Function<IpAddress, SpeakerPeer>> interfaces = new ConcurrentHashMap<>();
    private final Map<String, Found> peers = new ConcurrentHashMap<>();

    private record Found(IpAddress address, int number) {}

    public UnnumberedPeers(BgpServer server) {
        this.server = server;
    }

    /**
     * Expects a peer on an interface.
     *
     * @param peer the peer at a link-local address of that interface; its transport names the interface
     */
    public void expect(String networkInterface, Function<IpAddress, SpeakerPeer> peer) {
        interfaces.put(networkInterface, peer);
    }

    @Override
    public void found(String networkInterface, IpAddress linkLocal) {
        Function<IpAddress, SpeakerPeer> expected = interfaces.get(networkInterface);
        if (expected == null) {
            return;
        }
        peers.compute(networkInterface, (_, known) -> {
            if (known != null && known.address().equals(linkLocal)) {
                return known;
            }
            if (known != null) {
                String why = "the router on " + networkInterface + " is " + linkLocal + " now";
                server.tell((speaker, now) -> speaker.removePeer(known.number(), why, now))
                        .join();
            }
            return new Found(linkLocal, server.addPeer(expected.apply(linkLocal)));
        });
    }

    @Override
    public void lost(String networkInterface, IpAddress linkLocal) {
        // Whether the session holds is for its hold timer and for BFD to say.
    }
}
