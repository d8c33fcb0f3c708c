package io.heddle.simulator.stable;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.VlanId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bridge domains and the hosts on them (rules 1.2 to 1.6), VLAN by VLAN. */
final class LayerTwo {

    private final Wiring wiring;
    private final Map<VlanId, BridgeDomains> byVlan = new TreeMap<>();
    private final Map<PortRef, BridgePort> bridgePorts = new HashMap<>();

    LayerTwo(Wiring wiring, NetworkConfig config, Endpoints endpoints) {
        this.wiring = wiring;
        for (SwitchConfig each : wiring.switches()) {
            for (VlanConfig vlan : each.vlans()) {
                domains(vlan.vlan());
            }
            for (BridgePort port : each.bridgePorts()) {
                port.members().forEach(member -> bridgePorts.put(new PortRef(each.name(), member), port));
                port.tagged().forEach(this::domains);
                port.untagged().ifPresent(this::domains);
            }
        }
        if (!byVlan.isEmpty()) {
            joinSwitches();
            attachNodes(config, endpoints);
        }
    }

    private BridgeDomains domains(VlanId vlan) {
        return byVlan.computeIfAbsent(
                vlan, _ -> new BridgeDomains(wiring.switches().size()));
    }

    private void joinSwitches() {
        for (Link link : wiring.fabric().links()) {
            BridgePort a = bridgePorts.get(link.a());
            BridgePort b = bridgePorts.get(link.b());
            if (a == null || b == null || !wiring.isUp(link)) {
                continue;
            }
            int from = wiring.number(link.a().device());
            int to = wiring.number(link.b().device());
            byVlan.forEach((vlan, domains) -> {
                if (a.carries(vlan) && b.carries(vlan)) {
                    domains.join(from, a.name(), to, b.name());
                }
            });
        }
        byVlan.values().forEach(BridgeDomains::close);
    }

    private void attachNodes(NetworkConfig config, Endpoints endpoints) {
        Map<NetworkName, VlanId> vlanOf = new HashMap<>();
        for (Network each : wiring.fabric().networks()) {
            vlanOf.put(each.name(), each.vlan());
        }
        for (NodeProgram program : config.nodes()) {
            Node node = wiring.fabric().findNode(program.name()).orElse(null);
            if (node == null || !wiring.isUp(program.name())) {
                continue;
            }
            attachments(node, vlanOf).forEach((vlan, attached) -> {
                List<NodeProgram.NetworkInterface> interfaces = program.interfaces().stream()
                        .filter(each -> vlan.equals(vlanOf.get(each.network())))
                        .toList();
                boolean bridged = program.podNetwork()
                        .map(vlanOf::get)
                        .filter(vlan::equals)
                        .isPresent();
                BridgeDomains domains = byVlan.get(vlan);
                if (domains != null) {
                    domains.add(new Station(
                            program,
                            vlan,
                            interfaces,
                            bridged ? endpoints.on(program.name()).orElse(null) : null,
                            attached.keySet().stream().mapToInt(each -> each).toArray(),
                            attached.values().toArray(String[]::new)));
                }
            });
        }
    }

    /** For each VLAN that up links of the node carry: the switches at the far ends and the smallest bridge port on each. */
    private Map<VlanId, NavigableMap<Integer, String>> attachments(Node node, Map<NetworkName, VlanId> vlanOf) {
        Map<VlanId, NavigableMap<Integer, String>> attached = new TreeMap<>();
        for (Bond bond : node.bonds()) {
            bond.members().forEach(member -> {
                PortRef port = new PortRef(node.name(), member);
                attach(port, bond.networks(), vlanOf, attached);
                bond.nativeNetwork().ifPresent(each -> attach(port, List.of(each), vlanOf, attached));
            });
        }
        node.portNetworks()
                .forEach(each -> attach(new PortRef(node.name(), each.port()), each.networks(), vlanOf, attached));
        return attached;
    }

    private void attach(
            PortRef port,
            List<NetworkName> networks,
            Map<NetworkName, VlanId> vlanOf,
            Map<VlanId, NavigableMap<Integer, String>> attached) {
        PortRef far = wiring.farEnd(port.device(), port.port());
        BridgePort bridgePort = far == null ? null : bridgePorts.get(far);
        if (far == null || bridgePort == null) {
            return;
        }
        for (NetworkName network : networks) {
            VlanId vlan = vlanOf.get(network);
            if (vlan != null && bridgePort.carries(vlan)) {
                attached.computeIfAbsent(vlan, _ -> new TreeMap<>())
                        .merge(wiring.number(far.device()), bridgePort.name(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
    }

    /** The bridge domains of a VLAN; null if no living switch has it. */
    @Nullable
    BridgeDomains of(VlanId vlan) {
        return byVlan.get(vlan);
    }

    /** Every VLAN that some living switch has or carries, ascending. */
    Map<VlanId, BridgeDomains> all() {
        return byVlan;
    }
}
