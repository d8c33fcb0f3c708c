package io.heddle.test.reference;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.VlanId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which end of a link carries which VLAN (rule 1.2). */
final class CarriedVlans {

    private final Map<NetworkName, VlanId> vlanOf = new HashMap<>();
    private final Map<PortRef, BridgePort> bridgePorts = new HashMap<>();
    private final Map<PortRef, Set<VlanId>> nodePorts = new HashMap<>();

    CarriedVlans(Fabric fabric, NetworkConfig config) {
        for (Network each : fabric.networks()) {
            vlanOf.put(each.name(), each.vlan());
        }
        for (SwitchConfig each : config.switches()) {
            for (BridgePort port : each.bridgePorts()) {
                port.members().forEach(member -> bridgePorts.put(new PortRef(each.name(), member), port));
            }
        }
        fabric.nodes().forEach(this::readNode);
    }

    private void readNode(Node node) {
        for (Node.PortNetworks each : node.portNetworks()) {
            each.networks().forEach(network -> nodeCarries(node.name(), each.port(), network));
        }
        // A port in a bond carries what the bond carries, whatever portNetworks says.
        for (Bond bond : node.bonds()) {
            for (PortName member : bond.members()) {
                nodePorts.remove(new PortRef(node.name(), member));
                bond.networks().forEach(network -> nodeCarries(node.name(), member, network));
                bond.nativeNetwork().ifPresent(network -> nodeCarries(node.name(), member, network));
            }
        }
    }

    private void nodeCarries(DeviceName node, PortName port, NetworkName network) {
        VlanId vlan = vlanOf.get(network);
        if (vlan != null) {
            nodePorts
                    .computeIfAbsent(new PortRef(node, port), _ -> new HashSet<>())
                    .add(vlan);
        }
    }

    /** The VLAN of a network, if the fabric knows the network. */
    Optional<VlanId> vlanOf(NetworkName network) {
        return Optional.ofNullable(vlanOf.get(network));
    }

    boolean isCarriedAt(PortRef end, VlanId vlan) {
        return bridgePortAt(end).filter(each -> each.carries(vlan)).isPresent()
                || nodePorts.getOrDefault(end, Set.of()).contains(vlan);
    }

    Optional<BridgePort> bridgePortAt(PortRef end) {
        return Optional.ofNullable(bridgePorts.get(end));
    }
}
