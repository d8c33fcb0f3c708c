package io.heddle.test.reference;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A living switch, node or external router that speaks BGP (rule 2.1).
 *
 * @param routedPorts ports with a routed link; of an external router all of them
 * @param own its own addresses by VLAN: of SVIs in the default VRF, or of a node's interfaces
 * @param shared further addresses by VLAN whose subnets it can reach: anycast gateways
 */
record Router(
        DeviceName name,
        BgpConfig bgp,
        Set<PortName> routedPorts,
        SortedMap<VlanId, List<InterfaceAddress>> own,
        Map<VlanId, List<InterfaceAddress>> shared) {

    boolean owns(IpAddress address, VlanId vlan) {
        return own.getOrDefault(vlan, List.of()).stream()
                .anyMatch(each -> each.address().equals(address));
    }

    /** Whether an interface on the VLAN has the address in its subnet. */
    boolean covers(IpAddress address, VlanId vlan) {
        return Stream.concat(own.getOrDefault(vlan, List.of()).stream(), shared.getOrDefault(vlan, List.of()).stream())
                .anyMatch(each -> Prefix.covering(each.address(), each.length()).contains(address));
    }
}
