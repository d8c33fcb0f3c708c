package io.heddle.test.reference;

import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the routers (rule 2.1), by name. */
final class Routers {

    private Routers() {}

    static SortedMap<DeviceName, Router> of(NetworkConfig config, Wiring wiring, CarriedVlans carried) {
        SortedMap<DeviceName, Router> routers = new TreeMap<>();
        config.switches().forEach(each -> each.bgp()
                .ifPresent(bgp -> routers.put(
                        each.name(),
                        new Router(each.name(), bgp, ports(each.routedPorts()), own(each), sharedBySvis(each)))));
        config.nodes().forEach(each -> each.bgp()
                .ifPresent(bgp -> routers.put(
                        each.name(),
                        new Router(each.name(), bgp, ports(each.routedPorts()), own(each, carried), Map.of()))));
        for (ExternalRouter each : config.externalRouters()) {
            Set<PortName> all =
                    wiring.litPorts(each.name()).stream().map(PortRef::port).collect(Collectors.toSet());
            routers.put(each.name(), new Router(each.name(), each.bgp(), all, new TreeMap<>(), Map.of()));
        }
        routers.keySet().removeIf(name -> !wiring.lives(name));
        return routers;
    }

    private static Set<PortName> ports(List<RoutedPort> routed) {
        return routed.stream().map(RoutedPort::port).collect(Collectors.toSet());
    }

    private static SortedMap<VlanId, List<InterfaceAddress>> own(SwitchConfig config) {
        SortedMap<VlanId, List<InterfaceAddress>> own = new TreeMap<>();
        for (VlanConfig each : config.vlans()) {
            each.svi()
                    .filter(svi -> svi.vrf().equals(VrfName.DEFAULT))
                    .ifPresent(svi -> own.put(each.vlan(), svi.own()));
        }
        return own;
    }

    private static Map<VlanId, List<InterfaceAddress>> sharedBySvis(SwitchConfig config) {
        Map<VlanId, List<InterfaceAddress>> shared = new TreeMap<>();
        for (VlanConfig each : config.vlans()) {
            each.svi()
                    .filter(svi -> svi.vrf().equals(VrfName.DEFAULT))
                    .ifPresent(svi -> shared.put(each.vlan(), svi.anycastGateway()));
        }
        return shared;
    }

    private static SortedMap<VlanId, List<InterfaceAddress>> own(NodeProgram node, CarriedVlans carried) {
        SortedMap<VlanId, List<InterfaceAddress>> own = new TreeMap<>();
        for (NodeProgram.NetworkInterface each : node.interfaces()) {
            carried.vlanOf(each.network()).ifPresent(vlan -> own.computeIfAbsent(vlan, _ -> new ArrayList<>())
                    .addAll(each.addresses()));
        }
        return own;
    }
}
