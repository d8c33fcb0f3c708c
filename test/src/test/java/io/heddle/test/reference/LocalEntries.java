package io.heddle.test.reference;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a switch learns from its own hosts (rules 6.4, first halves, and 6.5). */
final class LocalEntries {

    private final Layer2 layer2;
    private final Hosts hosts;

    LocalEntries(Layer2 layer2, Hosts hosts) {
        this.layer2 = layer2;
        this.hosts = hosts;
    }

    List<LocalHost> hosts(SwitchConfig device) {
        List<LocalHost> found = new ArrayList<>();
        for (VlanConfig vlan : device.vlans()) {
            for (Host host : hosts.localTo(device.name(), vlan.vlan())) {
                BridgePort port = layer2.bridgePortTowards(host.node(), device.name(), vlan.vlan());
                found.add(new LocalHost(
                        vlan.vlan(),
                        host.mac(),
                        port.name(),
                        List.copyOf(host.addresses()),
                        device.multihoming() ? port.esi() : Optional.empty(),
                        layer2.attachment(host.node(), vlan.vlan()).contains(device.name())));
            }
        }
        return found;
    }

    List<FdbEntry> macs(SwitchConfig device) {
        List<FdbEntry> entries = new ArrayList<>();
        for (VlanConfig vlan : device.vlans()) {
            for (Host host : hosts.localTo(device.name(), vlan.vlan())) {
                String port = layer2.bridgePortTowards(host.node(), device.name(), vlan.vlan())
                        .name();
                entries.add(new FdbEntry(vlan.vlan(), host.mac(), new FdbEntry.Target.Port(port)));
            }
        }
        return entries;
    }

    List<NeighborEntry> neighbors(SwitchConfig device) {
        List<NeighborEntry> entries = new ArrayList<>();
        for (VlanConfig vlan : device.vlans()) {
            for (Host host : hosts.localTo(device.name(), vlan.vlan())) {
                for (IpAddress address : host.addresses()) {
                    if (vlan.svi().filter(svi -> svi.covers(address)).isPresent()) {
                        entries.add(new NeighborEntry(vlan.vlan(), address, host.mac(), Optional.empty()));
                    }
                }
            }
        }
        return entries;
    }
}
