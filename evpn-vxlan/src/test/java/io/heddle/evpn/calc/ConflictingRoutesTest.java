package io.heddle.evpn.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where leafs 2 and 3 claim what only one can have, leaf 1 follows one of them in all its tables, and after it the other. */
class ConflictingRoutesTest {

    private static final VlanId VLAN = new VlanId(10);
    private static final IpAddress ADDRESS = IpAddress.parse("192.168.0.1");

    private final EvpnCalc calc = new EvpnCalc();

    ConflictingRoutesTest() {
        VlanConfig.Svi svi = new VlanConfig.Svi(
                VrfName.DEFAULT,
                List.of(),
                List.of(new InterfaceAddress(IpAddress.parse("192.168.0.254"), 24)),
                Optional.empty());
        calc.apply(new Input.SwitchThere(Worlds.oneVlan(1, Optional.of(svi))));
        for (int leaf = 2; leaf <= 3; leaf++) {
            calc.apply(new Input.Reachable(Worlds.vtep(leaf), List.of(Worlds.leaf(1)), true));
        }
    }

    private static EvpnRoute route(int leaf, long mac, Esi segment) {
        return new EvpnRoute.MacIp(
                RouteDistinguisher.of(Worlds.vtep(leaf), 1),
                segment,
                EthernetTag.NONE,
                new Mac(mac),
                Optional.of(ADDRESS),
                Label.of(new Vni(100)),
                Optional.empty());
    }

    private static Input there(int leaf, EvpnRoute route) {
        return new Input.RouteThere(
                route, EvpnAttributes.vxlan(Worlds.vtep(leaf), List.of(new RouteTarget(65000 + leaf, 100))));
    }

    /** The neighbour of the address leads where its MAC leads, over a tunnel that is there. */
    private void assertWhole(int leaf) {
        SwitchTables tables = calc.tables(Worlds.leaf(1)).orElseThrow();
        NeighborEntry neighbor = tables.neighbors().toList().getFirst();
        assertThat(tables.neighbors()).hasSize(1);
        assertThat(neighbor.vtep()).contains(Worlds.vtep(leaf));
        assertThat(tables.mac(VLAN, neighbor.mac()).map(FdbEntry::target))
                .contains(new FdbEntry.Target.Vteps(List.of(Worlds.vtep(leaf))));
        assertThat(tables.remoteVteps()).contains(Worlds.vtep(leaf));
    }

    @Test
    void twoHostsWithOneAddressAreNotMixed() {
        calc.apply(there(3, route(3, 7, EvpnRoute.NO_ESI)));
        assertWhole(3);
        calc.apply(there(2, route(2, 8, EvpnRoute.NO_ESI)));
        assertWhole(2);
        calc.apply(new Input.RouteGone(route(2, 8, EvpnRoute.NO_ESI)));
        assertWhole(3);
    }

    @Test
    void aMacOnTwoSegmentsIsSentToOne() {
        for (int leaf = 2; leaf <= 3; leaf++) {
            Esi segment = new Esi(3, leaf);
            calc.apply(there(
                    leaf,
                    new EvpnRoute.EthernetAutoDiscovery(
                            RouteDistinguisher.of(Worlds.vtep(leaf), 1), segment, EthernetTag.MAX, Label.ZERO)));
            calc.apply(there(leaf, route(leaf, 7, segment)));
        }
        assertWhole(2);
        calc.apply(new Input.RouteGone(route(2, 7, new Esi(3, 2))));
        assertWhole(3);
    }
}
