package io.heddle.test.reference;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every host of living nodes, by VLAN (rules 1.4 and 1.5). */
final class Hosts {

    private record Key(DeviceName node, Mac mac) {}

    private final Map<VlanId, Map<Key, Host>> byVlan = new HashMap<>();
    private final Layer2 layer2;

    Hosts(NetworkConfig config, Endpoints endpoints, Wiring wiring, Layer2 layer2) {
        this.layer2 = layer2;
        for (NodeProgram node : config.nodes()) {
            if (wiring.lives(node.name())) {
                readInterfaces(node);
                readBridgedPods(node, endpoints);
            }
        }
    }

    private void readInterfaces(NodeProgram node) {
        for (NodeProgram.NetworkInterface each : node.interfaces()) {
            layer2.carried()
                    .vlanOf(each.network())
                    .ifPresent(vlan -> add(
                            vlan,
                            node.name(),
                            each.mac(),
                            each.addresses().stream().map(InterfaceAddress::address)));
        }
    }

    private void readBridgedPods(NodeProgram node, Endpoints endpoints) {
        Optional<VlanId> vlan = node.podNetwork().flatMap(layer2.carried()::vlanOf);
        Optional<NodeEndpoints> pods = endpoints.on(node.name());
        if (node.podVisibility() != NodeProgram.PodVisibility.BRIDGED || vlan.isEmpty() || pods.isEmpty()) {
            return;
        }
        for (int i = 0; i < pods.get().size(); i++) {
            Endpoint pod = pods.get().get(i);
            add(vlan.get(), node.name(), pod.mac(), Stream.concat(pod.ipv4().stream(), pod.ipv6().stream()));
        }
    }

    private void add(VlanId vlan, DeviceName node, Mac mac, Stream<IpAddress> addresses) {
        Host host = byVlan.computeIfAbsent(vlan, _ -> new LinkedHashMap<>())
                .computeIfAbsent(new Key(node, mac), _ -> new Host(vlan, mac, node, new TreeSet<>()));
        addresses.forEach(host.addresses()::add);
    }

    private Collection<Host> on(VlanId vlan) {
        return byVlan.getOrDefault(vlan, Map.of()).values();
    }

    List<Host> localTo(DeviceName device, VlanId vlan) {
        return on(vlan).stream()
                .filter(host -> layer2.isLocal(host.node(), device, vlan))
                .toList();
    }

    /** The hosts attached to the switch itself, not to another switch of its bridge domain. */
    List<Host> attachedTo(DeviceName device, VlanId vlan) {
        return on(vlan).stream()
                .filter(host -> layer2.attachment(host.node(), vlan).contains(device))
                .toList();
    }

    boolean isLocal(Mac mac, DeviceName toSwitch, VlanId vlan) {
        return localTo(toSwitch, vlan).stream().anyMatch(host -> host.mac().equals(mac));
    }
}
