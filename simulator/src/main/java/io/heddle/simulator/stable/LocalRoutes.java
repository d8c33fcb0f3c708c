package io.heddle.simulator.stable;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a switch routes without BGP: own addresses, connected subnets, static routes (rules 4.1 to 4.3), and subnets of its VRFs (6.4). */
final class LocalRoutes {

    private LocalRoutes() {}

    /** The default VRF's local routes by prefix, the preferred source winning. */
    static Map<Prefix, RouteEntry> of(Wiring wiring, int switchNumber) {
        SwitchConfig config = wiring.switches().get(switchNumber);
        Map<Prefix, RouteEntry> routes = new HashMap<>();
        new StaticRoutes(wiring, switchNumber)
                .usable()
                .forEach((prefix, hops) ->
                        routes.put(prefix, new RouteEntry(VrfName.DEFAULT, prefix, RouteSource.STATIC, hops)));
        subnets(config, VrfName.DEFAULT, routes);
        Map<Prefix, RouteEntry> onPorts = new HashMap<>();
        for (RoutedPort each : config.routedPorts()) {
            if (!each.addresses().isEmpty() && wiring.litFarEnd(config.name(), each.port()) != null) {
                each.addresses()
                        .forEach(address ->
                                connected(address, new NextHop.OnPort(each.port()), VrfName.DEFAULT, onPorts));
            }
        }
        routes.putAll(onPorts);
        for (IpAddress each : config.loopbacks()) {
            Prefix prefix = Prefix.host(each);
            routes.put(
                    prefix, new RouteEntry(VrfName.DEFAULT, prefix, RouteSource.LOCAL, List.of(new NextHop.Local())));
        }
        return routes;
    }

    /** Adds the subnets of the SVIs in a VRF; the smallest VLAN wins a subnet, and replaces what is there from another source. */
    static void subnets(SwitchConfig config, VrfName vrf, Map<Prefix, RouteEntry> routes) {
        Map<Prefix, RouteEntry> found = new HashMap<>();
        for (VlanConfig each : config.vlans()) {
            each.svi().filter(svi -> svi.vrf().equals(vrf)).ifPresent(svi -> Stream.concat(
                            svi.own().stream(), svi.anycastGateway().stream())
                    .forEach(address -> connected(address, new NextHop.OnVlan(each.vlan()), vrf, found)));
        }
        routes.putAll(found);
    }

    private static void connected(
            RoutedPort.InterfaceAddress address, NextHop nextHop, VrfName vrf, Map<Prefix, RouteEntry> routes) {
        if (address.length() == address.address().family().bits()) {
            return;
        }
        Prefix subnet = Prefix.covering(address.address(), address.length());
        RouteEntry entry = new RouteEntry(vrf, subnet, RouteSource.CONNECTED, List.of(nextHop));
        routes.merge(
                subnet,
                entry,
                (a, b) -> a.nextHops().getFirst().compareTo(b.nextHops().getFirst()) <= 0 ? a : b);
    }
}
