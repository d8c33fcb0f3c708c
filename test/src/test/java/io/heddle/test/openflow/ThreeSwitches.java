package io.heddle.test.openflow;

import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.pipeline.Wiring;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Two leafs with a pod each on a VLAN of their own, and one spine with two links to each leaf: every route between leafs is an ECMP group.
 * Leaf n has its pod, 10.n.0.5, on port 1 and its uplinks on ports 2 and 3; the spine has leaf 1 on ports 1 and 2, leaf 2 on 3 and 4.
 */
final class ThreeSwitches {

    static final DeviceName LEAF_1 = DeviceName.of("leaf-1");
    static final DeviceName LEAF_2 = DeviceName.of("leaf-2");
    static final DeviceName SPINE = DeviceName.of("spine-1");
    static final Map<Long, DeviceName> DATAPATHS = Map.of(1L, LEAF_1, 2L, LEAF_2, 3L, SPINE);

    private static final VlanId VLAN = new VlanId(10);

    private ThreeSwitches() {}

    static Mac pod(int leaf) {
        return Mac.parse("02:00:00:00:0a:0" + leaf);
    }

    private static PortName port(int number) {
        return PortName.of("port" + number);
    }

    static Intent leaf(int leaf) {
        DeviceName name = leaf == 1 ? LEAF_1 : LEAF_2;
        SwitchConfig config = config(
                name,
                List.of(routed(2, SPINE), routed(3, SPINE)),
                List.of(new BridgePort(
                        "port1",
                        List.of(port(1)),
                        DeviceName.of("node-" + leaf),
                        List.of(),
                        Optional.of(VLAN),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        false,
                        1500)),
                List.of(new VlanConfig(
                        VLAN,
                        NetworkName.of("pods-" + leaf),
                        Optional.empty(),
                        RouteTargets.AUTOMATIC,
                        Optional.of(new VlanConfig.Svi(
                                VrfName.DEFAULT,
                                List.of(),
                                List.of(new InterfaceAddress(IpAddress.parse("10." + leaf + ".0.1"), 24)),
                                Optional.empty())))));
        ExplicitTables tables = ExplicitTables.of(
                config,
                List.of(
                        new RouteEntry(
                                VrfName.DEFAULT,
                                Prefix.parse("10." + leaf + ".0.0/24"),
                                RouteSource.CONNECTED,
                                List.of(new NextHop.OnVlan(VLAN))),
                        bgp("10." + (3 - leaf) + ".0.0/24", via(2, SPINE), via(3, SPINE))),
                List.of(new NeighborEntry(VLAN, IpAddress.parse("10." + leaf + ".0.5"), pod(leaf), Optional.empty())),
                List.of(new FdbEntry(VLAN, pod(leaf), new FdbEntry.Target.Port("port1"))),
                List.of());
        return new Intent(config, tables, wiring(name, Map.of(2, SPINE, 3, SPINE)));
    }

    static Intent spine() {
        SwitchConfig config = config(
                SPINE,
                List.of(routed(1, LEAF_1), routed(2, LEAF_1), routed(3, LEAF_2), routed(4, LEAF_2)),
                List.of(),
                List.of());
        return new Intent(
                config,
                tables(
                        config,
                        bgp("10.1.0.0/24", via(1, LEAF_1), via(2, LEAF_1)),
                        bgp("10.2.0.0/24", via(3, LEAF_2), via(4, LEAF_2))),
                wiring(SPINE, Map.of(1, LEAF_1, 2, LEAF_1, 3, LEAF_2, 4, LEAF_2)));
    }

    /** The spine with as many host routes more, to leaf 2. */
    static Intent spineWith(int hostRoutes) {
        Intent plain = spine();
        List<RouteEntry> routes = new ArrayList<>(plain.tables().routes().toList());
        IpAddress first = IpAddress.parse("10.64.0.0");
        for (int i = 0; i < hostRoutes; i++) {
            routes.add(bgp(first.plus(i) + "/32", via(3, LEAF_2), via(4, LEAF_2)));
        }
        return new Intent(plain.config(), tables(plain.config(), routes.toArray(RouteEntry[]::new)), plain.wiring());
    }

    private static ExplicitTables tables(SwitchConfig config, RouteEntry... routes) {
        return ExplicitTables.of(config, List.of(routes), List.of(), List.of(), List.of());
    }

    private static RouteEntry bgp(String prefix, NextHop... nextHops) {
        return new RouteEntry(VrfName.DEFAULT, Prefix.parse(prefix), RouteSource.BGP_EXTERNAL, List.of(nextHops));
    }

    private static NextHop via(int port, DeviceName neighbor) {
        return new NextHop.ViaPort(port(port), neighbor);
    }

    private static RoutedPort routed(int port, DeviceName neighbor) {
        return new RoutedPort(port(port), neighbor, List.of(), 1500);
    }

    private static Wiring wiring(DeviceName device, Map<Integer, DeviceName> neighbors) {
        Map<PortName, Integer> ports = new HashMap<>();
        for (int i = 1; i <= 4; i++) {
            ports.put(port(i), i);
        }
        Map<PortName, Mac> adjacent = new HashMap<>();
        neighbors.forEach((port, neighbor) -> adjacent.put(port(port), FabricWiring.routerMac(neighbor)));
        return new Wiring(FabricWiring.routerMac(device), ports, Map.of(), adjacent, Map.of());
    }

    private static SwitchConfig config(
            DeviceName name, List<RoutedPort> routed, List<BridgePort> bridged, List<VlanConfig> vlans) {
        return new SwitchConfig(
                name,
                List.of(),
                routed,
                bridged,
                vlans,
                List.of(),
                Optional.empty(),
                Irb.NONE,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty());
    }
}
