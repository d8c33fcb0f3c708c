package io.heddle.controller.onos.pipeline;

import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What forwarding needs to know beyond configuration and tables.
 *
 * @param routerMac the switch's own MAC: of its routed ports, its VLAN interfaces and its local port
 * @param ports OpenFlow numbers of the switch's ports
 * @param tunnels OpenFlow numbers of the ports that lead to remote VTEPs
 * @param adjacent the MAC at the other end of a routed port: a switch's router MAC, or a node's card
 * @param vtepRouters router MACs behind remote VTEPs, for routed VXLAN (RFC 9135 section 4.4)
 * @param shared bonds, by name, that another leaf has too
 */
public record Wiring(
        Mac routerMac,
        SortedMap<PortName, Integer> ports,
        SortedMap<IpAddress, Integer> tunnels,
        SortedMap<PortName, Mac> adjacent,
        SortedMap<IpAddress, Mac> vtepRouters,
        SortedMap<String, Sharing> shared) {

    /** Of a switch that shares no bond. */
    public Wiring(
            Mac routerMac,
            Map<PortName, Integer> ports,
            Map<IpAddress, Integer> tunnels,
            Map<PortName, Mac> adjacent,
            Map<IpAddress, Mac> vtepRouters) {
        this(routerMac, ports, tunnels, adjacent, vtepRouters, Map.of());
    }

    public Wiring(
            Mac routerMac,
            Map<PortName, Integer> ports,
            Map<IpAddress, Integer> tunnels,
            Map<PortName, Mac> adjacent,
            Map<IpAddress, Mac> vtepRouters,
            Map<String, Sharing> shared) {
        this(
                routerMac,
                new TreeMap<>(ports),
                new TreeMap<>(tunnels),
                new TreeMap<>(adjacent),
                new TreeMap<>(vtepRouters),
                new TreeMap<>(shared));
    }

    Optional<Integer> port(PortName port) {
        return Optional.ofNullable(ports.get(port));
    }

    Optional<Integer> tunnel(IpAddress vtep) {
        return Optional.ofNullable(tunnels.get(vtep));
    }

    Optional<Mac> beyond(PortName port) {
        return Optional.ofNullable(adjacent.get(port));
    }

    Optional<Sharing> sharing(String bond) {
        return Optional.ofNullable(shared.get(bond));
    }

    Optional<Mac> routerBehind(IpAddress vtep) {
        return Optional.ofNullable(vtepRouters.get(vtep));
    }
}
