package io.heddle.test.reference;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import java.util.Optional;

/**
 * One end of a session that is up, as {@code self} sees it. Compared by identity: there is one object an end.
 */
final class Session {

    private final Router self;
    private final Router peer;
    private final Neighbor neighbor;
    private final Neighbor back;
    private final Optional<VlanId> vlan;

    /**
     * @param neighbor the peer as {@code self} is told of it
     * @param back {@code self} as the peer is told of it
     * @param vlan where a session by address runs
     */
    Session(Router self, Router peer, Neighbor neighbor, Neighbor back, Optional<VlanId> vlan) {
        this.self = self;
        this.peer = peer;
        this.neighbor = neighbor;
        this.back = back;
        this.vlan = vlan;
    }

    Router self() {
        return self;
    }

    Router peer() {
        return peer;
    }

    Neighbor neighbor() {
        return neighbor;
    }

    /** How {@code self} treats this peer. */
    PeerGroup group() {
        return neighbor.group();
    }

    Neighbor back() {
        return back;
    }

    /** Rule 2.4. */
    boolean isInternal() {
        return self.bgp().asn().equals(peer.bgp().asn());
    }

    /** Rule 2.4. */
    boolean carries(AddressFamily family) {
        return neighbor.group().families().contains(family)
                && back.group().families().contains(family);
    }

    /** Rule 5.4: the way to the peer. */
    NextHop toPeer() {
        return neighbor.port().isPresent()
                ? new NextHop.ViaPort(neighbor.port().get(), peer.name())
                : new NextHop.ViaVlan(vlan.orElseThrow(), neighbor.address().orElseThrow());
    }

    @Override
    public String toString() {
        return self.name() + " -> " + toPeer();
    }
}
