package io.heddle.render.node;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.NetworkInterface;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.render.FabricView;
import io.heddle.render.InterfaceNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node as its operating system is to set it up.
 *
 * @param links its bonds, then its single ports
 * @param controllerPorts ports of the management controller (iDRAC, BMC), which the operating system does not see
 * @param mtu of every interface, in bytes of layer 3
 * @param routed whether routes come by BGP, so that none is to be set
 */
public record NodeView(
        DeviceName name,
        List<Link> links,
        List<String> controllerPorts,
        List<IpAddress> loopbacks,
        List<RoutedPort> routedPorts,
        int mtu,
        boolean routed) {

    /**
     * A bond or a port.
     *
     * @param members of a bond; empty for a port
     * @param lacp of a bond
     */
    public record Link(
            String name, List<String> members, Optional<Lacp> lacp, Optional<Lan> untagged, List<Lan> tagged) {

        /** The untagged network first. */
        public Stream<Lan> lans() {
            return Stream.concat(untagged.stream(), tagged.stream());
        }
    }

    /**
     * A network on a link.
     *
     * @param gateways that leafs answer for
     * @param forTraffic neither for provisioning nor for management
     */
    public record Lan(
            NetworkName network,
            VlanId vlan,
            Mac mac,
            List<InterfaceAddress> addresses,
            List<IpAddress> gateways,
            boolean forTraffic) {}

    public static NodeView of(FabricView fabric, Node node, NodeProgram program) {
        List<Link> links = new ArrayList<>();
        for (Bond bond : node.bonds()) {
            links.add(new Link(
                    InterfaceNames.of(bond.name().value()),
                    bond.members().stream().map(InterfaceNames::of).toList(),
                    Optional.of(bond.lacp()),
                    bond.nativeNetwork().flatMap(each -> lan(fabric, program, each)),
                    lans(fabric, program, bond.networks(), bond.nativeNetwork())));
        }
        List<String> controllerPorts = new ArrayList<>();
        for (Node.PortNetworks port : node.portNetworks()) {
            if (isOutOfBand(fabric, port)) {
                controllerPorts.add(InterfaceNames.of(port.port()));
                continue;
            }
            Optional<NetworkName> first = port.networks().stream().findFirst();
            links.add(new Link(
                    InterfaceNames.of(port.port()),
                    List.of(),
                    Optional.empty(),
                    first.flatMap(each -> lan(fabric, program, each)),
                    lans(fabric, program, port.networks(), first)));
        }
        return new NodeView(
                node.name(),
                links,
                controllerPorts,
                program.loopbacks(),
                program.routedPorts(),
                program.mtu(),
                program.bgp().isPresent());
    }

    private static boolean isOutOfBand(FabricView fabric, Node.PortNetworks port) {
        return !port.networks().isEmpty()
                && port.networks().stream()
                        .allMatch(each ->
                                fabric.network(each).filter(Network::outOfBand).isPresent());
    }

    private static List<Lan> lans(
            FabricView fabric, NodeProgram program, List<NetworkName> names, Optional<NetworkName> without) {
        return names.stream()
                .filter(each -> without.filter(each::equals).isEmpty())
                .flatMap(each -> lan(fabric, program, each).stream())
                .toList();
    }

    private static Optional<Lan> lan(FabricView fabric, NodeProgram program, NetworkName name) {
        Optional<NetworkInterface> found = program.interfaces().stream()
                .filter(each -> each.network().equals(name))
                .findFirst();
        Optional<Network> network = fabric.network(name);
        if (found.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        VlanId vlan = network.get().vlan();
        List<IpAddress> gateways = found.get().addresses().stream()
                .flatMap(each -> fabric.gateway(vlan, each.address()).stream())
                .map(InterfaceAddress::address)
                .distinct()
                .toList();
        return Optional.of(new Lan(
                name,
                vlan,
                found.get().mac(),
                found.get().addresses(),
                gateways,
                !network.get().provisioning() && !network.get().outOfBand()));
    }

    /** Every port that pods' and RDMA traffic may take: routed ones, and those of links to networks for traffic. */
    public List<String> trafficPorts() {
        return Stream.concat(
                        routedPorts.stream().map(each -> InterfaceNames.of(each.port())),
                        links.stream()
                                .filter(each -> each.lans().anyMatch(Lan::forTraffic))
                                .flatMap(each ->
                                        each.members().isEmpty() ? Stream.of(each.name()) : each.members().stream()))
                .toList();
    }

    /**
     * The gateways of its default routes, at most one a family: those of its first network that has any and is for traffic; none where
     * BGP brings routes.
     */
    public List<IpAddress> defaultGateways() {
        if (routed) {
            return List.of();
        }
        List<IpAddress> all = links.stream()
                .flatMap(Link::lans)
                .filter(each -> each.forTraffic() && !each.gateways().isEmpty())
                .findFirst()
                .map(Lan::gateways)
                .orElse(List.of());
        return Arrays.stream(IpFamily.values())
                .flatMap(family ->
                        all.stream().filter(each -> each.family() == family).limit(1))
                .toList();
    }
}
