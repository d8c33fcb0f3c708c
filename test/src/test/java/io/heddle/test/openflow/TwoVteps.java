package io.heddle.test.openflow;

import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.pipeline.Wiring;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Two leafs with a pod each on one VLAN, which is a VXLAN segment between them. Leaf n has its pod, 10.1.0.n, on port 1, a routed link to the
 * other leaf on port 2 and a bond to it, with LACP and another VLAN, on ports 3 and 4. Its VTEP is 10.255.0.n.
 */
final class TwoVteps {

    static final String BOND = "bond0";

    private static final VlanId VLAN = new VlanId(10);
    private static final Vni SEGMENT = new Vni(5010);
    private static final VlanId BONDED = new VlanId(20);
    private static final int TUNNEL = 0x4000;

    private TwoVteps() {}

    static DeviceName leaf(int leaf) {
        return DeviceName.of("leaf-" + leaf);
    }

    static Mac pod(int leaf) {
        return Mac.parse("02:00:00:00:0a:0" + leaf);
    }

    static IpAddress vtep(int leaf) {
        return IpAddress.parse("10.255.0." + leaf);
    }

    static Intent intent(int leaf) {
        int other = 3 - leaf;
        SwitchConfig config = config(leaf, other);
        return new Intent(
                config,
                ExplicitTables.of(
                        config,
                        List.of(
                                route(vtep(leaf), RouteSource.LOCAL, new NextHop.Local()),
                                route(
                                        vtep(other),
                                        RouteSource.BGP_EXTERNAL,
                                        new NextHop.ViaPort(PortName.of("port2"), leaf(other)))),
                        List.of(),
                        List.of(
                                new FdbEntry(VLAN, pod(leaf), new FdbEntry.Target.Port("port1")),
                                new FdbEntry(VLAN, pod(other), new FdbEntry.Target.Vteps(List.of(vtep(other))))),
                        List.of(new FloodEntry(SEGMENT, vtep(other)))),
                wiring(leaf, other));
    }

    private static RouteEntry route(IpAddress host, RouteSource source, NextHop nextHop) {
        return new RouteEntry(VrfName.DEFAULT, Prefix.parse(host + "/32"), source, List.of(nextHop));
    }

    private static Wiring wiring(int leaf, int other) {
        return new Wiring(
                FabricWiring.routerMac(leaf(leaf)),
                Map.of(
                        PortName.of("port1"),
                        1,
                        PortName.of("port2"),
                        2,
                        PortName.of("port3"),
                        3,
                        PortName.of("port4"),
                        4),
                Map.of(vtep(other), TUNNEL),
                Map.of(PortName.of("port2"), FabricWiring.routerMac(leaf(other))),
                Map.of(vtep(other), FabricWiring.routerMac(leaf(other))));
    }

    private static SwitchConfig config(int leaf, int other) {
        return new SwitchConfig(
                leaf(leaf),
                List.of(vtep(leaf)),
                List.of(new RoutedPort(PortName.of("port2"), leaf(other), List.of(), 9000)),
                List.of(
                        bridged("port1", List.of("port1"), Optional.of(VLAN), List.of(), Optional.empty()),
                        bridged(
                                BOND,
                                List.of("port3", "port4"),
                                Optional.empty(),
                                List.of(BONDED),
                                Optional.of(Lacp.FAST))),
                List.of(vlan(VLAN, Optional.of(SEGMENT)), vlan(BONDED, Optional.empty())),
                List.of(),
                Optional.of(new Vtep(vtep(leaf), Optional.empty(), false)),
                Irb.NONE,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty());
    }

    private static BridgePort bridged(
            String name, List<String> members, Optional<VlanId> untagged, List<VlanId> tagged, Optional<Lacp> lacp) {
        return new BridgePort(
                name,
                members.stream().map(PortName::of).toList(),
                DeviceName.of("somebody"),
                tagged,
                untagged,
                lacp,
                OptionalInt.empty(),
                Optional.empty(),
                false,
                1500);
    }

    private static VlanConfig vlan(VlanId vlan, Optional<Vni> vni) {
        return new VlanConfig(
                vlan, NetworkName.of("vlan-" + vlan.value()), vni, RouteTargets.AUTOMATIC, Optional.empty());
    }
}
