package io.heddle.controller.onos.pipeline;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NeighborEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Which addresses a MAC has on a VLAN. A rule that sends to a host names its MAC alone. */
final class HostAddresses {

    private record Key(VlanId vlan, Mac mac) {}

    private final Map<Key, NavigableSet<IpAddress>> addresses = new HashMap<>();

    HostAddresses(Collection<NeighborEntry> neighbors) {
        for (NeighborEntry each : neighbors) {
            addresses
                    .computeIfAbsent(new Key(each.vlan(), each.mac()), _ -> new TreeSet<>())
                    .add(each.address());
        }
    }

    /** The address that stands for the host as next hop of {@code prefix}: of its family if there is one, the smallest. */
    Optional<IpAddress> of(VlanId vlan, Mac mac, Prefix prefix) {
        NavigableSet<IpAddress> known = addresses.getOrDefault(new Key(vlan, mac), new TreeSet<>());
        return known.stream()
                .filter(each -> each.family() == prefix.family())
                .findFirst()
                .or(() -> known.stream().findFirst());
    }
}
