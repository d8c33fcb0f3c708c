package io.heddle.controller.daemon;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Static routes to nodes that a switch has lost. No router asks whether a next hop on a VLAN answers: it keeps the route, and announces it, when its
 * own cable to the node is cut ({@code docs/stable-state.md} 4.3). Of a switch told by OpenFlow it is known that nobody answers there, and another
 * leaf may have the node.
 */
final class LostNextHops {

    private record Host(VlanId vlan, IpAddress address) {}

    private LostNextHops() {}

    /** The configuration without them; an equal one if there are none. */
    static NetworkConfig removed(NetworkConfig config, StableState stable) {
        return new NetworkConfig(
                config.switches().stream()
                        .map(each -> stable.tables(each.name())
                                .map(tables -> removed(each, tables))
                                .orElse(each))
                        .toList(),
                config.nodes(),
                config.externalRouters());
    }

    private static SwitchConfig removed(SwitchConfig config, SwitchTables tables) {
        if (config.staticRoutes().isEmpty()) {
            return config;
        }
        Set<Host> answering = tables.neighbors()
                .map(each -> new Host(each.vlan(), each.address()))
                .collect(Collectors.toSet());
        return with(
                config,
                config.staticRoutes().stream()
                        .filter(each -> !isLost(each, tables, answering))
                        .toList());
    }

    private static boolean isLost(StaticRoute route, SwitchTables tables, Set<Host> answering) {
        return route.address().isPresent()
                && tables.route(VrfName.DEFAULT, route.prefix()).map(RouteEntry::nextHops).orElse(List.of()).stream()
                        .anyMatch(each -> each instanceof NextHop.ViaVlan(var vlan, var address)
                                && address.equals(route.address().get())
                                && !answering.contains(new Host(vlan, address)));
    }

    private static SwitchConfig with(SwitchConfig config, List<StaticRoute> routes) {
        return new SwitchConfig(
                config.name(),
                config.loopbacks(),
                config.routedPorts(),
                config.bridgePorts(),
                config.vlans(),
                config.vrfs(),
                config.vtep(),
                config.irb(),
                config.mlagPeer(),
                config.multihoming(),
                routes,
                config.bgp());
    }
}
