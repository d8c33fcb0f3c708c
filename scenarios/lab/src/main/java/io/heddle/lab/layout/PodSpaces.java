package io.heddle.lab.layout;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Network;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pods of a node: a namespace and a veth pair each. Hidden pods are inside tunnels of the node's own and are left out. */
final class PodSpaces {

    private final Draft draft;
    private final NodeProgram node;
    private final Space host;

    PodSpaces(Draft draft, NodeProgram node, Space host) {
        this.draft = draft;
        this.node = node;
        this.host = host;
    }

    void add() {
        if (node.podVisibility() == NodeProgram.PodVisibility.ROUTED) {
            for (Prefix each : node.blocks()) {
                host.ip("route replace blackhole " + each + " proto " + RoutedPod.AGENT_PROTOCOL);
            }
        }
        Optional<NodeEndpoints> pods = draft.endpoints.on(node.name());
        if (pods.isEmpty()) {
            return;
        }
        for (int i = 0; i < pods.get().size(); i++) {
            Endpoint pod = pods.get().get(i);
            switch (node.podVisibility()) {
                case HIDDEN -> {
                    return;
                }
                case BRIDGED -> bridged(pod, "pod" + i);
                case ROUTED -> new RoutedPod(draft, node, host, pod, "pod" + i).add();
            }
        }
    }

    private void bridged(Endpoint pod, String name) {
        Network network = draft.networks.get(node.podNetwork().orElseThrow());
        Optional<Host> interfaceOfNode = draft.hosts.stream()
                .filter(each -> each.node().equals(node.name()) && each.space().equals(host.name()))
                .filter(each -> network != null
                        && each.vlan().filter(network.vlan()::equals).isPresent())
                .findFirst();
        if (network == null || interfaceOfNode.isEmpty()) {
            return;
        }
        Space space = plug(draft, host, node.name(), pod, name);
        RouterSysctls.mute(host, name);
        host.ip("link set dev " + name + " master " + interfaceOfNode.get().interfaceName());
        host.ip("link set dev " + name + " up");
        List<InterfaceAddress> gateways = Gateways.of(draft, network.vlan());
        List<InterfaceAddress> addresses = addresses(pod)
                .map(each -> new InterfaceAddress(each, length(network, gateways, each)))
                .toList();
        addresses.forEach(each -> space.address("eth0", each));
        space.ip("link set dev eth0 up");
        Gateways.use(space, "eth0", addresses, gateways, 100);
        draft.hosts.add(new Host(
                node.name() + " " + name,
                node.name(),
                space.name(),
                "eth0",
                Optional.of(network.vlan()),
                pod.mac(),
                addresses,
                NodeSpaces.asked(addresses, gateways)));
    }

    private static int length(Network network, List<InterfaceAddress> gateways, IpAddress address) {
        return Stream.concat(
                        gateways.stream().map(each -> Prefix.covering(each.address(), each.length())),
                        network.subnets().stream())
                .filter(each -> each.contains(address))
                .mapToInt(Prefix::length)
                .findFirst()
                .orElse(address.family().bits());
    }

    static Space plug(Draft draft, Space host, DeviceName node, Endpoint pod, String name) {
        Space space = draft.space(node, name);
        RouterSysctls.quiet(space);
        draft.plugs.add(
                "link add dev eth0 netns " + space.name() + " type veth peer name " + name + " netns " + host.name());
        space.ip("link set dev lo up");
        space.ip("link set dev eth0 addrgenmode none address " + pod.mac());
        return space;
    }

    static Stream<IpAddress> addresses(Endpoint pod) {
        return Stream.concat(pod.ipv4().stream(), pod.ipv6().stream());
    }
}
