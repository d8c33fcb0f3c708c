package io.heddle.simulator.walk;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has which address. */
final class Owners {

    /** A host on a network: the node it lives in and the MAC it answers with. */
    record Host(DeviceName node, Mac mac) {}

    private final NetworkConfig config;
    private final Supplier<Endpoints> endpoints;
    private final Map<IpAddress, DeviceName> switches = new HashMap<>();
    /** By address, of the pods of {@link #indexed} and of the nodes themselves. */
    private final Map<IpAddress, DeviceName> nodes = new HashMap<>();

    private @Nullable Endpoints indexed;

    Owners(NetworkConfig config, Supplier<Endpoints> endpoints) {
        this.config = config;
        this.endpoints = endpoints;
        for (SwitchConfig each : config.switches()) {
            each.vlans().stream()
                    .flatMap(vlan -> vlan.svi().stream())
                    .flatMap(svi -> svi.own().stream())
                    .forEach(address -> switches.put(address.address(), each.name()));
        }
    }

    /** The switch with this own address on a VLAN interface. */
    Optional<DeviceName> switchWith(IpAddress address) {
        return Optional.ofNullable(switches.get(address));
    }

    /** The interface or bridged pod with this address on a network. */
    Optional<Host> on(NetworkName network, IpAddress address) {
        for (NodeProgram node : config.nodes()) {
            for (NodeProgram.NetworkInterface each : node.interfaces()) {
                if (each.network().equals(network)
                        && each.addresses().stream()
                                .anyMatch(own -> own.address().equals(address))) {
                    return Optional.of(new Host(node.name(), each.mac()));
                }
            }
            if (node.podNetwork().filter(network::equals).isPresent()) {
                Optional<Endpoint> pod = pod(node.name(), address);
                if (pod.isPresent()) {
                    return Optional.of(new Host(node.name(), pod.get().mac()));
                }
            }
        }
        return Optional.empty();
    }

    /** The first node, in the order of the configuration, with a pod or an own address. */
    Optional<DeviceName> nodeOf(IpAddress address) {
        Endpoints now = endpoints.get();
        if (now != indexed) {
            index(now);
            indexed = now;
        }
        return Optional.ofNullable(nodes.get(address));
    }

    private void index(Endpoints now) {
        nodes.clear();
        for (NodeProgram node : config.nodes()) {
            NodeEndpoints pods = now.on(node.name()).orElse(null);
            for (int i = 0; pods != null && i < pods.size(); i++) {
                Endpoint pod = pods.get(i);
                pod.ipv4().ifPresent(each -> nodes.putIfAbsent(each, node.name()));
                pod.ipv6().ifPresent(each -> nodes.putIfAbsent(each, node.name()));
            }
            own(node).forEach(each -> nodes.putIfAbsent(each, node.name()));
        }
    }

    /** The pod with this address on a node. */
    Optional<Endpoint> pod(DeviceName node, IpAddress address) {
        return endpoints.get().on(node).flatMap(pods -> pod(pods, address));
    }

    private static Optional<Endpoint> pod(NodeEndpoints pods, IpAddress address) {
        if (pods.addresses(address.family()).indexOf(address) < 0) {
            return Optional.empty();
        }
        return IntStream.range(0, pods.size())
                .mapToObj(pods::get)
                .filter(each -> each.ipv4().filter(address::equals).isPresent()
                        || each.ipv6().filter(address::equals).isPresent())
                .findFirst();
    }

    /** Whether a node has this address itself. */
    static boolean isOwn(NodeProgram node, IpAddress address) {
        return own(node).anyMatch(address::equals);
    }

    private static Stream<IpAddress> own(NodeProgram node) {
        return Stream.of(
                        node.loopbacks().stream(),
                        node.interfaces().stream()
                                .flatMap(each -> each.addresses().stream())
                                .map(RoutedPort.InterfaceAddress::address),
                        node.routedPorts().stream()
                                .flatMap(each -> each.addresses().stream())
                                .map(RoutedPort.InterfaceAddress::address))
                .flatMap(each -> each);
    }
}
