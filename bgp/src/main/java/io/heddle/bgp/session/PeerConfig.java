package io.heddle.bgp.session;

/**
 * A peer: its session and how it is reached.
 *
 * @param name unique among the peers of a speaker, for people
 */
public record PeerConfig(String name, SessionConfig session, TransportConfig transport) {

    public PeerConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a peer needs a name");
        }
        boolean scoped = !transport.address().isV4() && transport.address().isLinkLocal();
        if (scoped && transport.networkInterface() == null) {
            throw new IllegalArgumentException(
                    "peer " + name + " at link-local " + transport.address() + " needs an interface");
        }
    }
}
