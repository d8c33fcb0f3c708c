package io.heddle.lab.layout;

import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import java.util.List;
import java.util.Optional;

/**
 * An interface that speaks: a node's on a network, a pod's, or the addresses of a routed node.
 *
 * @param name for people: the node, and the network or pod
 * @param vlan absent for routed nodes and their pods
 * @param gateways the addresses it asks for, so that its leafs know it; of several families where it has several
 */
public record Host(
        String name,
        DeviceName node,
        String space,
        String interfaceName,
        Optional<VlanId> vlan,
        Mac mac,
        List<InterfaceAddress> addresses,
        List<IpAddress> gateways) {

    public Host {
        addresses = List.copyOf(addresses);
        gateways = List.copyOf(gateways);
    }
}
