package io.heddle.render.frr;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.Irb;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.render.Naming;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a switch, a node and an external router have in common for FRR.
 *
 * @param lans its interfaces on VLANs, by which it has sessions to addresses
 * @param blocks of a node's IPAM
 */
record Router(
        Naming naming,
        DeviceName name,
        List<RoutedPort> routedPorts,
        List<Lan> lans,
        List<VlanConfig> vlans,
        List<VrfConfig> vrfs,
        List<BridgePort> bridgePorts,
        Optional<Vtep> vtep,
        Irb irb,
        List<StaticRoute> staticRoutes,
        List<Prefix> blocks,
        Optional<BgpConfig> bgp) {

    /**
     * A routed interface on a VLAN.
     *
     * @param own addresses that are nobody else's
     * @param all with those of the anycast gateway
     */
    record Lan(String name, VrfName vrf, List<InterfaceAddress> own, List<InterfaceAddress> all) {

        /** The subnets that are connected routes: an address of host length makes none. */
        Stream<Prefix> subnets() {
            return all.stream()
                    .filter(each -> each.length() < each.address().family().bits())
                    .map(each -> Prefix.covering(each.address(), each.length()));
        }
    }

    static Router of(SwitchConfig config, Naming naming) {
        List<Lan> lans = config.vlans().stream()
                .flatMap(vlan -> vlan.svi().stream()
                        .map(svi -> new Lan(
                                naming.vlan(vlan.vlan()),
                                svi.vrf(),
                                svi.own(),
                                Stream.concat(svi.own().stream(), svi.anycastGateway().stream())
                                        .toList())))
                .toList();
        return new Router(
                naming,
                config.name(),
                config.routedPorts(),
                lans,
                config.vlans(),
                config.vrfs(),
                config.bridgePorts(),
                config.vtep(),
                config.irb(),
                config.staticRoutes(),
                List.of(),
                config.bgp());
    }

    static Router of(NodeProgram node) {
        List<Lan> lans = node.interfaces().stream()
                .map(each -> new Lan(each.network().value(), VrfName.DEFAULT, each.addresses(), each.addresses()))
                .toList();
        return new Router(
                Naming.LINUX,
                node.name(),
                node.routedPorts(),
                lans,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Irb.NONE,
                List.of(),
                node.blocks(),
                node.bgp());
    }

    static Router of(ExternalRouter router) {
        return new Router(
                Naming.LINUX,
                router.name(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Irb.NONE,
                List.of(),
                List.of(),
                Optional.of(router.bgp()));
    }

    /** The subnets of its VLANs in a VRF, sorted, each once. */
    List<Prefix> subnets(VrfName vrf) {
        return lans.stream()
                .filter(each -> each.vrf().equals(vrf))
                .flatMap(Lan::subnets)
                .distinct()
                .sorted()
                .toList();
    }
}
