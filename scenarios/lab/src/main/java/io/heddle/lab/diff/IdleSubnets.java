package io.heddle.lab.diff;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The subnets of VLANs without VNI behind which nobody lives on any switch that has them. */
final class IdleSubnets {

    private final Set<Prefix> idle = new TreeSet<>();
    private final Set<Prefix> lived = new TreeSet<>();

    IdleSubnets(NetworkConfig config, Map<DeviceName, SwitchTables> computed) {
        for (SwitchConfig each : config.switches()) {
            SwitchTables tables = computed.get(each.name());
            for (VlanConfig vlan : each.vlans()) {
                if (vlan.svi().filter(svi -> svi.vrf().equals(VrfName.DEFAULT)).isPresent()) {
                    boolean carries = vlan.vni().isPresent() || tables != null && hasHost(tables, vlan.vlan());
                    (carries ? lived : idle).addAll(subnets(vlan.svi().get()));
                }
            }
        }
    }

    private static boolean hasHost(SwitchTables tables, VlanId vlan) {
        return tables.macs()
                .anyMatch(each -> each.vlan().equals(vlan) && each.target() instanceof FdbEntry.Target.Port);
    }

    private static Set<Prefix> subnets(VlanConfig.Svi svi) {
        Set<Prefix> subnets = new TreeSet<>();
        Stream.concat(svi.own().stream(), svi.anycastGateway().stream())
                .forEach(each -> subnets.add(Prefix.covering(each.address(), each.length())));
        return subnets;
    }

    boolean contains(Prefix prefix) {
        return idle.contains(prefix) && !lived.contains(prefix);
    }
}
