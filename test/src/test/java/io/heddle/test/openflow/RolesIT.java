package io.heddle.test.openflow;

import static io.heddle.test.openflow.ThreeSwitches.LEAF_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.Lead;
import io.heddle.controller.onos.provider.OpenFlowProvider;
import io.heddle.controller.onos.provider.Outcome;
import io.heddle.controller.onos.provider.ProviderEvents;
import io.heddle.controller.onos.provider.Standing;
import io.heddle.model.fabric.DeviceName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two controllers at one real switch: it takes changes from the later leader alone, whatever the earlier one believes. */
class RolesIT {

    private final List<String> lost = new CopyOnWriteArrayList<>();

    private @Nullable OvsBed bed;

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void theSwitchTakesTheLaterLeaderAndRefusesTheOneBefore() throws Exception {
        OvsBed here = OvsBed.create();
        bed = here;
        Ovs ovs = here.ovs(here.space("s"));
        ovs.bridge("br0", 1, FabricWiring.routerMac(LEAF_1).toString());
        OpenFlowProvider old = provider(here, ovs.space());
        OpenFlowProvider young = provider(here, ovs.space());
        ovs.vsctl("set-controller", "br0", target(old), target(young));
        Intent intent = ThreeSwitches.leaf(1);
        OvsBed.until(
                "both stand by",
                () -> standing(old) instanceof Standing.StandsBy && standing(young) instanceof Standing.StandsBy);
        assertThat(want(old, intent, new Lead.Follows()).changes()).isZero();
        assertThat(rules(ovs)).isZero();

        Outcome first = lead(old, 5, intent);
        assertThat(first.standing()).isEqualTo(new Standing.Writes());
        assertThat(first.changes()).isPositive();
        int all = rules(ovs);

        Outcome second = lead(young, 6, intent);
        assertThat(second.standing()).isEqualTo(new Standing.Writes());
        assertThat(second.changes()).as("what the one before told stays").isZero();

        ovs.ofctl("del-flows", "br0", "table=3");
        // It does not know yet, and is refused first what it writes, then to be master.
        assertThat(audit(old).standing()).as(lost.toString()).isInstanceOf(Standing.Displaced.class);
        assertThat(rules(ovs)).isLessThan(all);
        assertThat(audit(old).standing())
                .isEqualTo(new Standing.Displaced("its master is of term 6, this controller's is 5"));
        assertThat(rules(ovs)).isLessThan(all);

        assertThat(audit(young).changes()).isPositive();
        assertThat(rules(ovs)).isEqualTo(all);

        assertThat(lost).as("nobody lost its channel").isEmpty();
        old.lead(new Lead.Follows());
        assertThat(audit(old).standing()).isEqualTo(new Standing.StandsBy());
        assertThat(lead(old, 7, intent).standing()).isEqualTo(new Standing.Writes());
        OvsBed.until("the switch says so itself", () -> ovs.vsctl("find", "controller", "role=master")
                .contains(target(old)));
    }

    private static int rules(Ovs ovs) throws Exception {
        return (int) ovs.ofctl("dump-flows", "br0")
                .lines()
                .filter(each -> each.contains("cookie="))
                .count();
    }

    private static Outcome lead(OpenFlowProvider provider, long term, Intent intent) throws Exception {
        Lead lead = new Lead.Leads(term);
        provider.lead(lead);
        return want(provider, intent, lead);
    }

    private static Outcome want(OpenFlowProvider provider, Intent intent, Lead lead) throws Exception {
        return provider.want(intent, lead).get(60, TimeUnit.SECONDS);
    }

    private static Outcome audit(OpenFlowProvider provider) throws Exception {
        return provider.audit(LEAF_1).get(60, TimeUnit.SECONDS);
    }

    private static Standing standing(OpenFlowProvider provider) throws Exception {
        return audit(provider).standing();
    }

    private static String target(OpenFlowProvider provider) {
        return "tcp:127.0.0.1:" + ((InetSocketAddress) provider.address()).getPort();
    }

    /** Listens in a namespace: its thread is started there. */
    private OpenFlowProvider provider(OvsBed here, Space space) throws Exception {
        try (NetworkNamespace home = NetworkNamespace.current();
                NetworkNamespace there = NetworkNamespace.open("/run/netns/" + space.name())) {
            OpenFlowProvider made = there.enter(home, this::listening);
            here.closing(made::close);
            return made;
        }
    }

    private OpenFlowProvider listening() {
        try {
            return new OpenFlowProvider(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    Map.of(1L, LEAF_1),
                    new ProviderEvents() {
                        @Override
                        public void lost(DeviceName device, String reason) {
                            lost.add(reason);
                        }
                    },
                    Duration.ofSeconds(5),
                    new Lead.Follows(),
                    Optional.empty());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
