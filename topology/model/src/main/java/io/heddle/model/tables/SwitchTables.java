package io.heddle.model.tables;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every entry that one switch holds. Streams are in a fixed order that carries no meaning; sort to compare or print. Counting never
 * enumerates, looking up takes microseconds, and listing half a million routes takes well under 200 ms.
 */
public interface SwitchTables {

    DeviceName device();

    Stream<RouteEntry> routes();

    /** The route to exactly this prefix. */
    Optional<RouteEntry> route(VrfName vrf, Prefix prefix);

    /** The route a packet to {@code address} takes: the longest matching prefix. */
    default Optional<RouteEntry> longestMatch(VrfName vrf, IpAddress address) {
        for (int length = address.family().bits(); length >= 0; length--) {
            Optional<RouteEntry> found = route(vrf, Prefix.covering(address, length));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    Stream<NeighborEntry> neighbors();

    Stream<FdbEntry> macs();

    /** Where frames to this MAC go. */
    Optional<FdbEntry> mac(VlanId vlan, Mac mac);

    Stream<FloodEntry> floodList();

    /** Every remote VTEP that has a tunnel: named by an entry, or by an imported type-5 route that lost its prefix. Ascending. */
    Stream<IpAddress> remoteVteps();

    TableCounts counts();
}
