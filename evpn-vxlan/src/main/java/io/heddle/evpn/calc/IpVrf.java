package io.heddle.evpn.calc;

import io.heddle.model.config.RouteTargets;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The IP-VRF of all switches that have a VRF of the same name, L3VNI and targets. Single-threaded. */
final class IpVrf {

    /**
     * What makes IP-VRFs the same.
     *
     * @param active as of {@link MacVrf.Key}; without L3VNI nothing is imported either
     */
    record Key(VrfName name, Optional<Vni> l3vni, boolean active, RouteTargets targets) {}

    final Key key;
    final SwitchSet none;
    SwitchSet importers;

    /** Imported type 2 paths that carry the L3VNI. */
    final AddressTable<Path.Host[]> hosts = new AddressTable<>();

    /** Imported type 5 paths. */
    final Map<Prefix, List<Path.Subnet>> subnets = new TreeMap<>();

    /** Subnets of VLAN interfaces: which VLAN has them, on which switches. */
    final Map<Prefix, Map<VlanId, SwitchSet>> connected = new TreeMap<>();

    IpVrf(Key key, SwitchSet none) {
        this.key = key;
        this.none = none;
        importers = none;
    }

    boolean hasL3vni(int vni) {
        return key.l3vni().isPresent() && key.l3vni().get().value() == vni;
    }

    void add(Path.Host path, IpAddress address) {
        hosts.put(address, Hosts.with(hosts.get(address), path));
    }

    void remove(Path.Host path, IpAddress address) {
        Path.Host[] left = Hosts.without(Hosts.orNone(hosts.get(address)), path);
        if (left == null) {
            hosts.remove(address);
        } else {
            hosts.put(address, left);
        }
    }

    void add(Path.Subnet path) {
        subnets.computeIfAbsent(path.prefix(), _ -> new ArrayList<>(1)).add(path);
    }

    void remove(Path.Subnet path) {
        List<Path.Subnet> paths = subnets.get(path.prefix());
        if (paths != null && paths.remove(path) && paths.isEmpty()) {
            subnets.remove(path.prefix());
        }
    }
}
