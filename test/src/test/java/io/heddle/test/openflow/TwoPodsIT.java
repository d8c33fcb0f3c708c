package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.onos.pipeline.Wiring;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.OpenFlowProvider;
import io.heddle.controller.onos.provider.Outcome;
import io.heddle.controller.onos.provider.ProviderEvents;
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
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One switch, a pod on a VLAN and a pod behind a routed link, forwarding by what the provider pushed. */
class TwoPodsIT {

    private static final DeviceName LEAF = DeviceName.of("leaf-1");
    private static final VlanId VLAN = new VlanId(10);
    private static final Mac ROUTER = Mac.parse("02:00:00:00:01:01");
    private static final Mac GATEWAY = Mac.parse("02:00:5e:00:01:01");
    private static final Mac BRIDGED = Mac.parse("02:00:00:00:0a:05");
    private static final Mac ROUTED = Mac.parse("02:00:00:00:0b:05");

    private @Nullable OvsBed bed;

    @BeforeEach
    void build() throws Exception {
        bed = OvsBed.create();
    }

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void podsReachEachOtherThroughVlanInterfaceAndRoute() throws Exception {
        OvsBed here = bed();
        Space leaf = here.space("s");
        Space a = here.space("a");
        Space b = here.space("b");
        here.link(leaf, "port1", a, "eth0");
        here.link(leaf, "port2", b, "eth0");
        a.ip(
                "link set dev eth0 address " + BRIDGED,
                "addr add 10.10.0.5/24 dev eth0",
                "route add default via 10.10.0.1",
                "addr add fd00:10::5/64 dev eth0",
                "route add default via fd00:10::1");
        b.ip(
                "link set dev eth0 address " + ROUTED,
                "addr add 10.20.0.5/32 dev eth0",
                "route add default via 169.254.1.1 dev eth0 onlink",
                "addr add fd00:20::5/64 dev eth0",
                "route add default via fd00:20::1");
        Ovs ovs = here.ovs(leaf);
        ovs.bridge("br0", 1, ROUTER.toString(), "port1", "port2");
        OpenFlowProvider provider = provider(here);
        here.closing(provider::close);
        ovs.controller("br0", here.directory().resolve("of.sock"));
        OvsBed.until("the switch is connected", () -> provider.isConnected(LEAF));

        Outcome outcome = provider.want(new Intent(CONFIG, tables(), WIRING)).get(60, TimeUnit.SECONDS);

        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.unplaced()).isEmpty();
        OvsBed.until("a reaches b", () -> a.reaches("10.20.0.5"));
        assertThat(b.reaches("10.10.0.5")).isTrue();
        OvsBed.until("a reaches b by IPv6", () -> a.reaches("fd00:20::5"));
        assertThat(b.reaches("fd00:10::5")).isTrue();
        assertThat(a.run("ip", "-6", "neigh", "show", "fd00:10::1")).contains(GATEWAY + " router");
        assertThat(b.run("ip", "-6", "neigh", "show", "fd00:20::1")).contains(ROUTER + " router");
        provider.close();
        for (Space each : List.of(a, b)) {
            each.run("ip", "-6", "neigh", "flush", "dev", "eth0");
        }
        assertThat(a.reaches("fd00:20::5")).as("with no controller").isTrue();
        try (OpenFlowProvider again = provider(here)) {
            OvsBed.until("the switch is connected again", () -> again.isConnected(LEAF));
            asWanted(again);
        }
    }

    private static void asWanted(OpenFlowProvider provider) throws Exception {
        assertThat(provider.want(new Intent(CONFIG, tables(), WIRING))
                        .get(60, TimeUnit.SECONDS)
                        .changes())
                .isZero();
        assertThat(provider.tables(LEAF).get(60, TimeUnit.SECONDS)).isEqualTo(tables());
        assertThat(provider.audit(LEAF).get(60, TimeUnit.SECONDS).changes()).isZero();
    }

    private static OpenFlowProvider provider(OvsBed here) throws Exception {
        Path socket = here.directory().resolve("of.sock");
        Files.deleteIfExists(socket);
        return new OpenFlowProvider(
                UnixDomainSocketAddress.of(socket), Map.of(1L, LEAF), new ProviderEvents() {}, Duration.ofSeconds(5));
    }

    private OvsBed bed() {
        if (bed == null) {
            throw new IllegalStateException("no bed");
        }
        return bed;
    }

    private static final SwitchConfig CONFIG = new SwitchConfig(
            LEAF,
            List.of(),
            List.of(new RoutedPort(
                    PortName.of("port2"),
                    DeviceName.of("node-b"),
                    List.of(new InterfaceAddress(IpAddress.parse("fd00:20::1"), 64)),
                    1500)),
            List.of(new BridgePort(
                    "port1",
                    List.of(PortName.of("port1")),
                    DeviceName.of("node-a"),
                    List.of(),
                    Optional.of(VLAN),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    false,
                    1500)),
            List.of(new VlanConfig(
                    VLAN,
                    NetworkName.of("pods"),
                    Optional.empty(),
                    RouteTargets.AUTOMATIC,
                    Optional.of(new VlanConfig.Svi(
                            VrfName.DEFAULT,
                            List.of(),
                            List.of(
                                    new InterfaceAddress(IpAddress.parse("10.10.0.1"), 24),
                                    new InterfaceAddress(IpAddress.parse("fd00:10::1"), 64)),
                            Optional.of(GATEWAY))))),
            List.of(),
            Optional.empty(),
            Irb.NONE,
            Optional.empty(),
            false,
            List.of(),
            Optional.empty());

    private static final Wiring WIRING = new Wiring(
            ROUTER,
            Map.of(PortName.of("port1"), 1, PortName.of("port2"), 2),
            Map.of(),
            Map.of(PortName.of("port2"), ROUTED),
            Map.of());

    private static ExplicitTables tables() {
        return ExplicitTables.of(
                CONFIG,
                List.of(
                        new RouteEntry(
                                VrfName.DEFAULT,
                                Prefix.parse("10.10.0.0/24"),
                                RouteSource.CONNECTED,
                                List.of(new NextHop.OnVlan(VLAN))),
                        new RouteEntry(
                                VrfName.DEFAULT,
                                Prefix.parse("fd00:10::/64"),
                                RouteSource.CONNECTED,
                                List.of(new NextHop.OnVlan(VLAN))),
                        new RouteEntry(
                                VrfName.DEFAULT,
                                Prefix.parse("fd00:20::/64"),
                                RouteSource.CONNECTED,
                                List.of(new NextHop.OnPort(PortName.of("port2")))),
                        new RouteEntry(
                                VrfName.DEFAULT,
                                Prefix.parse("10.20.0.5/32"),
                                RouteSource.BGP_EXTERNAL,
                                List.of(new NextHop.ViaPort(PortName.of("port2"), DeviceName.of("node-b"))))),
                List.of(
                        new NeighborEntry(VLAN, IpAddress.parse("10.10.0.5"), BRIDGED, Optional.empty()),
                        new NeighborEntry(VLAN, IpAddress.parse("fd00:10::5"), BRIDGED, Optional.empty())),
                List.of(new FdbEntry(VLAN, BRIDGED, new FdbEntry.Target.Port("port1"))),
                List.of());
    }
}
