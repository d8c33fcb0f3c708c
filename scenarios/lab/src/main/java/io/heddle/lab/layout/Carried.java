package io.heddle.lab.layout;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a port carries bridged: rule 1.2 of {@code docs/stable-state.md}.
 *
 * @param port the bridge port of a switch, or the bond or port of a node
 * @param mtu in bytes, 0 where the end does not say
 */
record Carried(String port, List<VlanId> vlans, int mtu) {

    static Optional<Carried> by(Draft draft, PortRef end) {
        Optional<SwitchConfig> device = draft.config.findSwitch(end.device());
        if (device.isPresent()) {
            return device.get().bridgePorts().stream()
                    .filter(each -> each.members().contains(end.port()))
                    .findFirst()
                    .map(Carried::of);
        }
        return draft.fabric.findNode(end.device()).flatMap(node -> ofNode(draft, node, end));
    }

    private static Carried of(BridgePort port) {
        List<VlanId> vlans = new ArrayList<>(port.tagged());
        port.untagged().filter(each -> !vlans.contains(each)).ifPresent(vlans::add);
        return new Carried(port.name(), vlans, port.mtu());
    }

    private static Optional<Carried> ofNode(Draft draft, Node node, PortRef end) {
        for (Bond each : node.bonds()) {
            if (each.members().contains(end.port())) {
                List<NetworkName> networks = new ArrayList<>(each.networks());
                each.nativeNetwork().ifPresent(networks::add);
                return Optional.of(new Carried(each.name().value(), vlans(draft, networks), 0));
            }
        }
        return node.portNetworks().stream()
                .filter(each -> each.port().equals(end.port()))
                .findFirst()
                .map(each -> new Carried(end.port().value(), vlans(draft, each.networks()), 0));
    }

    private static List<VlanId> vlans(Draft draft, List<NetworkName> names) {
        List<VlanId> vlans = new ArrayList<>();
        for (NetworkName each : names) {
            Optional.ofNullable(draft.networks.get(each))
                    .map(network -> network.vlan())
                    .filter(vlan -> !vlans.contains(vlan))
                    .ifPresent(vlans::add);
        }
        return vlans;
    }
}
