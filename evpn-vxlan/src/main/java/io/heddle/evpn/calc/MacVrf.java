package io.heddle.evpn.calc;

import io.heddle.model.config.RouteTargets;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The MAC-VRF of all switches that have the same VLAN with the same VNI and targets: what they import is stored once. Single-threaded.
 */
final class MacVrf {

    /**
     * What makes MAC-VRFs the same.
     *
     * @param active whether the switches are VTEPs that speak BGP; else nothing is imported
     */
    record Key(VlanId vlan, Optional<Vni> vni, boolean active, RouteTargets targets) {}

    final Key key;

    private final SwitchSet none;

    /** The switches that have it. */
    SwitchSet importers;

    /** Imported type 2 paths. */
    final LongTable<Path.Host[]> macs = new LongTable<>();

    final AddressTable<Path.Host[]> addresses = new AddressTable<>();

    /** How many imported type 3 routes name a VTEP. */
    final Map<Vtep, Integer> flood = new TreeMap<>();

    /** Subnets of the VLAN interface, and which switches have them. */
    final Map<Prefix, SwitchSet> subnets = new TreeMap<>();

    MacVrf(Key key, SwitchSet none) {
        this.key = key;
        this.none = none;
        importers = none;
    }

    /** Of a VRF that imports. */
    Vni vni() {
        return key.vni().orElseThrow();
    }

    /** The switches whose VLAN interface covers an address. */
    SwitchSet covering(IpAddress address) {
        SwitchSet covering = null;
        for (Map.Entry<Prefix, SwitchSet> each : subnets.entrySet()) {
            if (each.getKey().contains(address)) {
                covering = covering == null ? each.getValue() : covering.or(each.getValue());
            }
        }
        return covering == null ? none : covering;
    }

    void add(Path.Host path) {
        HostIndex.add(macs, path);
        IpAddress address = path.address();
        if (address != null) {
            addresses.put(address, Hosts.with(addresses.get(address), path));
        }
    }

    void remove(Path.Host path) {
        HostIndex.remove(macs, path);
        IpAddress address = path.address();
        if (address != null) {
            Path.Host[] others = Hosts.without(Hosts.orNone(addresses.get(address)), path);
            if (others == null) {
                addresses.remove(address);
            } else {
                addresses.put(address, others);
            }
        }
    }
}
