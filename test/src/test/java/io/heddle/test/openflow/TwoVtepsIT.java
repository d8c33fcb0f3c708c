package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.onos.ovsdb.BridgePlace;
import io.heddle.controller.onos.ovsdb.OvsdbEvents;
import io.heddle.controller.onos.ovsdb.OvsdbProvider;
import io.heddle.controller.onos.ovsdb.SetupCompiler;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.OpenFlowProvider;
import io.heddle.controller.onos.provider.Outcome;
import io.heddle.controller.onos.provider.ProviderEvents;
import io.heddle.model.fabric.DeviceName;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two switches of which nothing is set up by hand: bridge, ports, a bond and a tunnel by OVSDB, rules by OpenFlow. */
class TwoVtepsIT {

    private static final Duration TICK = Duration.ofSeconds(5);

    private final List<Ovs> switches = new ArrayList<>();
    private final List<Space> pods = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

    private @Nullable OvsBed bed;

    @BeforeEach
    void build() throws Exception {
        OvsBed here = OvsBed.create();
        bed = here;
        for (int leaf = 1; leaf <= 2; leaf++) {
            Space space = here.space("s" + leaf);
            Space pod = here.space("p" + leaf);
            here.link(space, "port1", pod, "eth0");
            pod.ip("link set dev eth0 address " + TwoVteps.pod(leaf), "addr add 10.1.0." + leaf + "/24 dev eth0");
            switches.add(here.ovs(space));
            pods.add(pod);
        }
        for (int port = 2; port <= 4; port++) {
            here.link(switches.get(0).space(), "port" + port, switches.get(1).space(), "port" + port);
        }
    }

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void aBondNegotiatesATunnelCarriesPodsAndWhatSomebodyRemovedComesBack() throws Exception {
        OvsBed here = Objects.requireNonNull(bed);
        Path socket = here.directory().resolve("of.sock");
        OpenFlowProvider rules = new OpenFlowProvider(
                UnixDomainSocketAddress.of(socket),
                Map.of(1L, TwoVteps.leaf(1), 2L, TwoVteps.leaf(2)),
                new ProviderEvents() {},
                TICK);
        here.closing(rules::close);
        OvsdbProvider setups = setups(here);
        for (int leaf = 1; leaf <= 2; leaf++) {
            Path link = switches.get(leaf - 1).directory().resolve("br0.controller");
            Files.createSymbolicLink(link, socket);
            Intent intent = TwoVteps.intent(leaf);
            setups.want(
                    TwoVteps.leaf(leaf),
                    SetupCompiler.compile(
                            new BridgePlace("br0", leaf, List.of("unix:" + link)), intent.config(), intent.wiring()));
        }
        settled(setups);
        for (Ovs each : switches) {
            assertThat(each.appctl("bond/show", TwoVteps.BOND)).contains("lacp_status: negotiated");
        }

        for (int leaf = 1; leaf <= 2; leaf++) {
            DeviceName name = TwoVteps.leaf(leaf);
            OvsBed.until(name + " has its controller", () -> rules.isConnected(name));
            Outcome outcome = rules.want(TwoVteps.intent(leaf)).get(60, TimeUnit.SECONDS);
            assertThat(outcome.refused()).isEmpty();
            assertThat(outcome.unplaced()).isEmpty();
            underlay(switches.get(leaf - 1).space(), leaf);
        }
        reached();

        Ovs first = switches.getFirst();
        first.vsctl("del-port", "br0", TwoVteps.BOND, "--", "del-port", "br0", "vx4000");
        OvsBed.until("the bond is there again", () -> told.stream()
                .anyMatch(each -> each.contains("port " + TwoVteps.BOND + " is missing")));
        settled(setups);
        assertThat(first.appctl("bond/show", TwoVteps.BOND)).contains("lacp_status: negotiated");
        reached();
        assertThat(told).noneMatch(each -> each.startsWith("refused"));
    }

    /**
     * What the switch's own system is told: the VTEP's address, and that the pipeline is its router. Open vSwitch takes over a route only if an
     * address of the bridge is in the subnet of its gateway.
     */
    private static void underlay(Space leaf, int number) throws Exception {
        leaf.ip(
                "link set dev br0 up",
                "addr add " + TwoVteps.vtep(number) + "/32 dev br0",
                "addr add 169.254.1.2/30 dev br0",
                "route add default via 169.254.1.1 dev br0 src " + TwoVteps.vtep(number));
    }

    private OvsdbProvider setups(OvsBed here) {
        Map<DeviceName, SocketAddress> addresses = new TreeMap<>();
        for (int leaf = 1; leaf <= 2; leaf++) {
            addresses.put(
                    TwoVteps.leaf(leaf),
                    UnixDomainSocketAddress.of(
                            switches.get(leaf - 1).directory().resolve("db.sock")));
        }
        OvsdbProvider setups = new OvsdbProvider(
                addresses,
                new OvsdbEvents() {
                    @Override
                    public void drifted(DeviceName device, List<String> differences) {
                        differences.forEach(told::add);
                    }

                    @Override
                    public void refused(DeviceName device, String reason) {
                        told.add("refused: " + reason);
                    }
                },
                TICK);
        here.closing(setups::close);
        return setups;
    }

    private void settled(OvsdbProvider setups) throws Exception {
        for (int leaf = 1; leaf <= 2; leaf++) {
            DeviceName name = TwoVteps.leaf(leaf);
            try {
                OvsBed.until(name + " is set up", () -> setups.report(name).isSettled());
            } catch (AssertionError e) {
                throw new AssertionError(setups.report(name) + " " + told, e);
            }
        }
    }

    private void reached() throws Exception {
        try {
            OvsBed.until("pod 1 reaches pod 2", () -> pods.getFirst().reaches("10.1.0.2"));
        } catch (AssertionError e) {
            StringBuilder seen = new StringBuilder();
            for (Ovs each : switches) {
                seen.append(each.ofctl("dump-flows", "br0"))
                        .append(each.appctl("ovs/route/show"))
                        .append(each.appctl("tnl/neigh/show"))
                        .append(each.appctl("tnl/ports/show"))
                        .append(each.appctl("dpctl/dump-flows"));
            }
            throw new AssertionError(seen.toString(), e);
        }
    }
}
