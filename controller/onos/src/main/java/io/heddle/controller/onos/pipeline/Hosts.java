package io.heddle.controller.onos.pipeline;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The MACs of the hosts that a switch knows on its VLANs. */
final class Hosts {

    private record Key(VlanId vlan, IpAddress address) {}

    private final Map<Key, Mac> macs = new HashMap<>();
    private final SwitchTables tables;

    private Hosts(SwitchTables tables) {
        this.tables = tables;
        tables.neighbors().forEach(this::add);
    }

    static Hosts of(SwitchTables tables) {
        return new Hosts(tables);
    }

    private void add(NeighborEntry entry) {
        macs.put(new Key(entry.vlan(), entry.address()), entry.mac());
    }

    Optional<Mac> mac(VlanId vlan, IpAddress address) {
        return Optional.ofNullable(macs.get(new Key(vlan, address)));
    }

    SwitchTables tables() {
        return tables;
    }
}
