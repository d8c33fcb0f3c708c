package io.heddle.topology.plan;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.NetworkInterface;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import io.heddle.topology.address.PlacedNetwork;
import io.heddle.topology.design.NodeAsn;
import io.heddle.topology.spec.IpamSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a node is told. */
final class NodePrograms {

    /** Locally administered; then the node's number in the fabric's order of racks, and its bond or port. */
    private static final long MAC_BASE = 0x02_48_00_00_00_00L;

    private final Draft draft;
    private final RoutedPorts routedPorts;
    private final Sessions sessions;
    private final Routes routes;
    private final IpamSpec ipam;

    NodePrograms(Draft draft, RoutedPorts routedPorts, Sessions sessions, Routes routes, IpamSpec ipam) {
        this.draft = draft;
        this.routedPorts = routedPorts;
        this.sessions = sessions;
        this.routes = routes;
        this.ipam = ipam;
    }

    NodeProgram of(int device) {
        Node node = draft.wiring().nodeAt(device);
        boolean layer3 = draft.isLayer3(device);
        List<IpAddress> loopbacks = layer3 ? routes.loopbacks(device, false) : List.of();
        PodVisibility visibility = node.runsPods() ? draft.design().pods().visibility() : PodVisibility.HIDDEN;
        return new NodeProgram(
                node.name(),
                node.attachment(),
                interfaces(device),
                loopbacks,
                layer3 ? routedPorts.of(device) : List.of(),
                node.runsPods() ? draft.addresses().blocksOf(device) : List.of(),
                visibility,
                visibility == PodVisibility.BRIDGED ? podNetwork(device) : Optional.empty(),
                draft.addresses().mtu().node(),
                visibility == PodVisibility.HIDDEN
                        ? draft.addresses().mtu().pod()
                        : draft.addresses().mtu().node(),
                bgp(device, loopbacks),
                node.runsPods() ? ipam.masquerade(node.name()) : Optional.empty());
    }

    private List<NetworkInterface> interfaces(int device) {
        List<NetworkInterface> interfaces = new ArrayList<>();
        for (NodeLink link : draft.nodeLinks(device)) {
            for (NetworkName name : link.networks()) {
                Optional<PlacedNetwork> network = draft.network(name);
                network.ifPresent(each -> interfaces.add(
                        new NetworkInterface(name, mac(device, link), draft.nodeAddresses(each, device))));
            }
        }
        return interfaces;
    }

    private Mac mac(int device, NodeLink link) {
        long slot = (long) draft.addresses().sites().siteOf(device)
                        * draft.addresses().sites().mostNodes()
                + draft.addresses().sites().positionOf(device);
        return new Mac(MAC_BASE | (slot & 0xFF_FFFF) << 8 | link.index() & 0xFF);
    }

    private Optional<NetworkName> podNetwork(int device) {
        return PodNetwork.of(draft, device).map(each -> each.network().name());
    }

    private Optional<BgpConfig> bgp(int device, List<IpAddress> loopbacks) {
        if (draft.design().asn().node() == NodeAsn.NONE) {
            return Optional.empty();
        }
        return Optional.of(new BgpConfig(
                draft.addresses().asns().of(device),
                draft.addresses().loopbacks().loopback(device, IpFamily.IPV4),
                sessions.of(device),
                routes.ofNode(device, loopbacks),
                draft.design().maxPaths(),
                draft.design().multipathRelax()));
    }
}
