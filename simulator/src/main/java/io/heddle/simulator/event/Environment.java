package io.heddle.simulator.event;

import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import org.jspecify.annotations.Nullable;

/** All that a device asks of the world it stands in: time, whose addresses are whose, and who wants to be told. Single-threaded. */
final class Environment {

    private final VirtualNetwork network;
    private final Gathering gathering;
    private final Rest rest;
    private final Tally tally;
    private final Peering peering;
    private final @Nullable Told told;
    private final Spoken spoken = new Spoken();

    /**
     * For the devices of one network.
     *
     * @param told what controllers say; null where none takes part
     */
    Environment(
            VirtualNetwork network, Gathering gathering, Rest rest, Tally tally, Peering peering, @Nullable Told told) {
        this.network = network;
        this.gathering = gathering;
        this.rest = rest;
        this.tally = tally;
        this.peering = peering;
        this.told = told;
    }

    long now() {
        return network.now();
    }

    /** How long speakers gather what changes. */
    Gathering gathering() {
        return gathering;
    }

    /** Does something after a while, for which rest waits. */
    void later(long after, Runnable what) {
        rest.later(network.now() + after, what);
    }

    /** Does something as soon as the call at hand has returned. */
    void soon(Runnable what) {
        network.at(network.now(), what);
    }

    /** A router changed its mind about so many destinations. */
    void decided(DeviceName router, int destinations) {
        rest.active();
        tally.decided(router, destinations);
    }

    /** Whether each of them is asked for. */
    boolean isWatching() {
        return rest.isWatching();
    }

    void changedMind(DeviceName router, LocRib.Destination destination) {
        rest.changedMind(router, destination);
    }

    /** The session side that has an address, if any. */
    Peering.@Nullable Side sideAt(IpAddress address) {
        return peering.findSide(address);
    }

    /** The node that a controller means by a next hop at a switch. */
    @Nullable
    DeviceName nodeAt(DeviceName device, IpAddress nextHop) {
        return told == null ? null : told.nodeAt(device, nextHop);
    }

    /** Where MACs that turned up elsewhere spoke last. */
    Spoken spoken() {
        return spoken;
    }
}
