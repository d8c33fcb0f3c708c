package io.heddle.model.config;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;

/**
 * What a node is told: its addresses, the blocks its IPAM hands out from, its BGP speaker if it runs one, and how its pods appear
 * to the fabric.
 *
 * @param interfaces its address on each network it joins by VLAN, with the MAC of its bond
 * @param podNetwork the VLAN that pods are bridged to, under {@link PodVisibility#BRIDGED} only
 * @param loopbacks its routed addresses, where it is L3-attached
 * @param mtu of its interfaces, in bytes of layer 3
 * @param podMtu the MTU left to a pod after every encapsulation, in bytes
 * @param masquerade what it does to the source of packets that its pods send out of it; empty where they keep it. Not of bridged pods, whose packets
 *     leave by the node's bridge and not by its routing
 */
public record NodeProgram(
        DeviceName name,
        Attachment attachment,
        List<NetworkInterface> interfaces,
        List<IpAddress> loopbacks,
        List<RoutedPort> routedPorts,
        List<Prefix> blocks,
        PodVisibility podVisibility,
        Optional<NetworkName> podNetwork,
        int mtu,
        int podMtu,
        Optional<BgpConfig> bgp,
        Optional<Masquerade> masquerade) {

    /** A node's interface on a network. */
    public record NetworkInterface(NetworkName network, Mac mac, List<RoutedPort.InterfaceAddress> addresses) {
        public NetworkInterface {
            addresses = List.copyOf(addresses);
        }
    }

    /** What the fabric sees of a node's pods. */
    public enum PodVisibility {
        /** Nothing: they are inside the node's own tunnels (Flannel VXLAN, Canal). */
        HIDDEN,
        /** Their MACs and addresses on a VLAN (bridge mode). */
        BRIDGED,
        /** Routes to them: host routes or blocks (routed mode). */
        ROUTED
    }

    public NodeProgram {
        interfaces = List.copyOf(interfaces);
        loopbacks = List.copyOf(loopbacks);
        routedPorts = List.copyOf(routedPorts);
        blocks = List.copyOf(blocks);
        if (podNetwork.isPresent() != (podVisibility == PodVisibility.BRIDGED)) {
            throw new IllegalArgumentException(
                    "node " + name + ": pods are " + podVisibility + " and their network is " + podNetwork);
        }
        if (masquerade.isPresent() && podVisibility == PodVisibility.BRIDGED) {
            throw new IllegalArgumentException("node " + name + " masquerades, and its pods are bridged");
        }
    }

    /** A node that leaves its pods' addresses alone. */
    public NodeProgram(
            DeviceName name,
            Attachment attachment,
            List<NetworkInterface> interfaces,
            List<IpAddress> loopbacks,
            List<RoutedPort> routedPorts,
            List<Prefix> blocks,
            PodVisibility podVisibility,
            Optional<NetworkName> podNetwork,
            int mtu,
            int podMtu,
            Optional<BgpConfig> bgp) {
        this(
                name,
                attachment,
                interfaces,
                loopbacks,
                routedPorts,
                blocks,
                podVisibility,
                podNetwork,
                mtu,
                podMtu,
                bgp,
                Optional.empty());
    }

    /** The same with another BGP, or none. */
    public NodeProgram withBgp(Optional<BgpConfig> other) {
        return new NodeProgram(
                name,
                attachment,
                interfaces,
                loopbacks,
                routedPorts,
                blocks,
                podVisibility,
                podNetwork,
                mtu,
                podMtu,
                other,
                masquerade);
    }
}
