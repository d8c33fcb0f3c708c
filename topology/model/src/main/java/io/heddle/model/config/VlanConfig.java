package io.heddle.model.config;

import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A VLAN of a switch.
 *
 * @param vni its VXLAN segment, where the switch is a VTEP for it
 * @param svi its routed interface, if any
 */
public record VlanConfig(VlanId vlan, NetworkName network, Optional<Vni> vni, RouteTargets targets, Optional<Svi> svi) {

    /**
     * A switched virtual interface.
     *
     * @param own the leaf's own addresses, to which BGP sessions go
     * @param anycastGateway gateway addresses shared by every leaf
     * @param anycastMac their shared MAC
     */
    public record Svi(
            VrfName vrf,
            List<RoutedPort.InterfaceAddress> own,
            List<RoutedPort.InterfaceAddress> anycastGateway,
            Optional<Mac> anycastMac) {

        public Svi {
            own = List.copyOf(own);
            anycastGateway = List.copyOf(anycastGateway);
        }

        /** Whether an interface address of this SVI has {@code address} in its subnet. */
        public boolean covers(IpAddress address) {
            return Stream.concat(own.stream(), anycastGateway.stream())
                    .anyMatch(each ->
                            Prefix.covering(each.address(), each.length()).contains(address));
        }
    }
}
