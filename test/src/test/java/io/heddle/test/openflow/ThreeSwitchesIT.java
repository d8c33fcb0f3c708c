package io.heddle.test.openflow;

import static io.heddle.test.openflow.ThreeSwitches.LEAF_1;
import static io.heddle.test.openflow.ThreeSwitches.SPINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.OpenFlowProvider;
import io.heddle.controller.onos.provider.Outcome;
import io.heddle.controller.onos.provider.ProviderEvents;
import io.heddle.controller.onos.provider.Standing;
import io.heddle.model.fabric.DeviceName;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three Open vSwitches as a fabric with ECMP: packets cross it, faults behind the controller's back are mended, a full table is told. */
class ThreeSwitchesIT {

    private @Nullable OvsBed bed;
    private final List<Ovs> switches = new ArrayList<>();
    private final List<Space> pods = new ArrayList<>();

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void podsReachEachOtherWhateverDies() throws Exception {
        OvsBed here = build();
        OpenFlowProvider provider = provider(here);
        pushAll(provider);

        OvsBed.until("pod 1 reaches pod 2", () -> pods.get(0).reaches("10.2.0.5"));
        for (Intent each : intents()) {
            assertThat(provider.tables(each.config().name()).get(60, TimeUnit.SECONDS))
                    .isEqualTo(each.tables());
        }

        // A link of an ECMP group goes: the switch itself stops choosing it.
        switches.get(0).space().ip("link set dev port2 down");
        OvsBed.until(
                "pod 1 reaches pod 2 over the other link", () -> pods.get(0).reaches("10.2.0.5"));
        switches.get(0).space().ip("link set dev port2 up");

        // The controller dies; pods go on, also new flows and ARP for the gateway.
        provider.close();
        Files.deleteIfExists(here.directory().resolve("of.sock"));
        pods.get(0).ip("neigh flush all");
        assertThat(pods.get(0).reaches("10.2.0.5")).isTrue();
        assertThat(pods.get(1).reaches("10.1.0.5")).isTrue();

        // It comes back and finds nothing to do.
        OpenFlowProvider again = provider(here);
        for (Intent each : intents()) {
            DeviceName name = each.config().name();
            OvsBed.until(name + " is connected again", () -> again.isConnected(name));
            assertThat(again.want(each).get(60, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome(name, true, new Standing.Writes(), 0, List.of(), List.of(), 0));
        }
    }

    @Test
    void driftIsFoundAndMended() throws Exception {
        OvsBed here = build();
        OpenFlowProvider provider = provider(here);
        pushAll(provider);
        Ovs leaf = switches.get(0);

        leaf.ofctl("del-flows", "br0", "table=3,ip,nw_dst=10.2.0.0/24");
        leaf.ofctl("mod-flows", "br0", "table=5,dl_vlan=10,dl_dst=" + ThreeSwitches.pod(1) + ",actions=drop");
        leaf.ofctl("add-flow", "br0", "table=0,cookie=7,priority=1,actions=learn(table=9,NXM_OF_ETH_DST[])");

        assertThat(provider.tables(LEAF_1).get(60, TimeUnit.SECONDS))
                .isNotEqualTo(ThreeSwitches.leaf(1).tables());
        Outcome mended = provider.audit(LEAF_1).get(60, TimeUnit.SECONDS);
        assertThat(mended.changes()).isEqualTo(2);
        assertThat(mended.foreign()).isEqualTo(1);
        assertThat(provider.tables(LEAF_1).get(60, TimeUnit.SECONDS))
                .isEqualTo(ThreeSwitches.leaf(1).tables());
        OvsBed.until("pod 1 reaches pod 2", () -> pods.get(0).reaches("10.2.0.5"));
    }

    @Test
    void aFullTableIsToldAndRoomIsUsedAgain() throws Exception {
        OvsBed here = build();
        OpenFlowProvider provider = provider(here);
        pushAll(provider);
        switches.get(2)
                .vsctl(
                        "--id=@t",
                        "create",
                        "Flow_Table",
                        "flow_limit=20",
                        "overflow_policy=refuse",
                        "--",
                        "set",
                        "bridge",
                        "br0",
                        "flow_tables:3=@t");

        Outcome full = provider.want(ThreeSwitches.spineWith(50)).get(60, TimeUnit.SECONDS);

        assertThat(full.isFull()).isTrue();
        assertThat(full.isSettled()).isFalse();
        // Twenty fit: two prefixes and eighteen host routes.
        assertThat(full.refused()).hasSize(32).allMatch(Outcome.Refusal::full);
        OvsBed.until("pod 1 still reaches pod 2", () -> pods.get(0).reaches("10.2.0.5"));
        assertThat(provider.want(ThreeSwitches.spineWith(18))
                        .get(60, TimeUnit.SECONDS)
                        .isSettled())
                .isTrue();
    }

    private static List<Intent> intents() {
        return List.of(ThreeSwitches.leaf(1), ThreeSwitches.leaf(2), ThreeSwitches.spine());
    }

    private OpenFlowProvider provider(OvsBed here) throws InterruptedException {
        OpenFlowProvider provider = new OpenFlowProvider(
                UnixDomainSocketAddress.of(here.directory().resolve("of.sock")),
                ThreeSwitches.DATAPATHS,
                new ProviderEvents() {},
                Duration.ofSeconds(5));
        here.closing(provider::close);
        return provider;
    }

    private static void pushAll(OpenFlowProvider provider) throws Exception {
        for (Intent each : intents()) {
            DeviceName name = each.config().name();
            OvsBed.until(name + " is connected", () -> provider.isConnected(name));
            Outcome outcome = provider.want(each).get(60, TimeUnit.SECONDS);
            assertThat(outcome.isSettled()).as(outcome.toString()).isTrue();
        }
    }

    private OvsBed build() throws Exception {
        OvsBed made = OvsBed.create();
        bed = made;
        List<DeviceName> names = List.of(LEAF_1, ThreeSwitches.LEAF_2, SPINE);
        for (int i = 0; i < names.size(); i++) {
            switches.add(made.ovs(made.space("s" + i)));
        }
        Space spine = switches.get(2).space();
        for (int leaf = 1; leaf <= 2; leaf++) {
            Space space = switches.get(leaf - 1).space();
            Space pod = made.space("p" + leaf);
            pods.add(pod);
            made.link(space, "port1", pod, "eth0");
            made.link(space, "port2", spine, "port" + (2 * leaf - 1));
            made.link(space, "port3", spine, "port" + 2 * leaf);
            pod.ip(
                    "link set dev eth0 address " + ThreeSwitches.pod(leaf),
                    "addr add 10." + leaf + ".0.5/24 dev eth0",
                    "route add default via 10." + leaf + ".0.1");
        }
        Path socket = made.directory().resolve("of.sock");
        for (int i = 0; i < names.size(); i++) {
            String[] ports = i < 2
                    ? new String[] {"port1", "port2", "port3"}
                    : new String[] {"port1", "port2", "port3", "port4"};
            switches.get(i)
                    .bridge("br0", i + 1, FabricWiring.routerMac(names.get(i)).toString(), ports);
            switches.get(i).controller("br0", socket);
        }
        return made;
    }
}
