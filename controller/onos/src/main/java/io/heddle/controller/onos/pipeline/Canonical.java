package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.List;

/**
 * Tables as far as forwarding can show them. A next hop on a VLAN is a host's MAC to a switch; where the host has several addresses, one
 * stands for it. Nothing else is lost on the way through rules and back.
 */
public final class Canonical {

    private Canonical() {}

    public static ExplicitTables of(SwitchConfig config, SwitchTables tables) {
        List<NeighborEntry> neighbors = tables.neighbors().toList();
        Hosts hosts = Hosts.of(tables);
        HostAddresses addresses = new HostAddresses(neighbors);
        List<RouteEntry> routes = tables.routes()
                .map(route -> new RouteEntry(
                        route.vrf(),
                        route.prefix(),
                        route.source(),
                        route.nextHops().stream()
                                .map(each -> nextHop(each, route, hosts, addresses))
                                .distinct()
                                .sorted()
                                .toList()))
                .toList();
        return ExplicitTables.of(
                config,
                routes,
                neighbors,
                tables.macs().toList(),
                tables.floodList().toList(),
                tables.remoteVteps().toList());
    }

    private static NextHop nextHop(NextHop nextHop, RouteEntry route, Hosts hosts, HostAddresses addresses) {
        return nextHop instanceof NextHop.ViaVlan(var vlan, var address)
                ? hosts.mac(vlan, address)
                        .flatMap(mac -> addresses.of(vlan, mac, route.prefix()))
                        .<NextHop>map(each -> new NextHop.ViaVlan(vlan, each))
                        .orElse(nextHop)
                : nextHop;
    }
}
