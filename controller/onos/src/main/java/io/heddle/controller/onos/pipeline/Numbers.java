package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A switch's numbers read backwards: what a port number, a VNI stand for. */
final class Numbers {

    private final Map<Long, RoutedPort> routed = new HashMap<>();
    private final Map<Long, BridgePort> bridged = new HashMap<>();
    private final Map<Long, IpAddress> vteps = new HashMap<>();
    private final Map<Integer, VlanId> vlanOfVni = new HashMap<>();
    private final Set<Integer> l3vnis = new HashSet<>();

    Numbers(SwitchConfig config, Wiring wiring) {
        config.routedPorts().forEach(each -> wiring.port(each.port()).ifPresent(n -> routed.put((long) n, each)));
        for (BridgePort port : config.bridgePorts()) {
            for (PortName member : port.members()) {
                wiring.port(member).ifPresent(n -> bridged.put((long) n, port));
            }
        }
        wiring.tunnels().forEach((vtep, number) -> vteps.put((long) number, vtep));
        for (VlanConfig each : config.vlans()) {
            each.vni().ifPresent(vni -> vlanOfVni.put(vni.value(), each.vlan()));
        }
        for (VrfConfig each : config.vrfs()) {
            each.l3vni().ifPresent(vni -> l3vnis.add(vni.value()));
        }
    }

    Optional<RoutedPort> routed(long port) {
        return Optional.ofNullable(routed.get(port));
    }

    Optional<BridgePort> bridged(long port) {
        return Optional.ofNullable(bridged.get(port));
    }

    Optional<IpAddress> vtep(long port) {
        return Optional.ofNullable(vteps.get(port));
    }

    Optional<VlanId> vlan(int vni) {
        return Optional.ofNullable(vlanOfVni.get(vni));
    }

    Optional<Vni> l3vni(int vni) {
        return l3vnis.contains(vni) ? Optional.of(new Vni(vni)) : Optional.empty();
    }
}
