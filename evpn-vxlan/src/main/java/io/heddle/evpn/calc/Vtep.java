package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A VTEP address that routes name as next hop, or a switch as its own. Single-threaded. */
final class Vtep implements Comparable<Vtep> {

    final IpAddress address;

    /** Switches with a route to it. */
    SwitchSet reachable;

    /** Switches that are it. */
    SwitchSet own;

    /** Switches that can use routes through it (rule 6.3 of the stable state): those that reach it and are not it. */
    SwitchSet usable;

    /** The paths through it, by MAC. */
    final LongTable<Path.Host[]> hosts = new LongTable<>();

    /** The segments that have or had type 1 routes through it. */
    final Set<Segment> segments = new LinkedHashSet<>(0);

    final List<Path.Flood> floods = new ArrayList<>(0);
    final List<Path.Subnet> subnets = new ArrayList<>(0);

    Vtep(IpAddress address, SwitchSet none) {
        this.address = address;
        reachable = none;
        own = none;
        usable = none;
    }

    void update() {
        usable = reachable.andNot(own);
    }

    @Override
    public int compareTo(Vtep other) {
        return address.compareTo(other.address);
    }
}
