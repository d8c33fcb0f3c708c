package io.heddle.model.tables;

import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import java.util.List;

/**
 * A route as forwarded.
 *
 * @param nextHops sorted, without doubles, at least one; more than one is an ECMP group
 */
public record RouteEntry(VrfName vrf, Prefix prefix, RouteSource source, List<NextHop> nextHops)
        implements Comparable<RouteEntry> {

    public RouteEntry {
        if (nextHops.isEmpty()) {
            throw new IllegalArgumentException("route to " + prefix + " has no next hop");
        }
        nextHops = List.copyOf(nextHops);
    }

    @Override
    public int compareTo(RouteEntry other) {
        int byVrf = vrf.compareTo(other.vrf);
        return byVrf != 0 ? byVrf : prefix.compareTo(other.prefix);
    }
}
