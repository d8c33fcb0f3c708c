package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.cni.agent.AgentConfig;
import io.heddle.cni.agent.NetworkConfig;
import io.heddle.cni.agent.NetworkMode;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.net.IpAddress;
import io.heddle.render.agent.AgentFile;
import io.heddle.render.target.Target;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent reads what is rendered for it, and means what the plan says. */
class AgentFileTest {

    /** The subnet of the VLAN that pods are bridged to. */
    private static final String POOL = "ipam.ipv4-pool=10.200.0.0/22";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dell-kubeflow-rack",
                "calico-as-per-rack",
                "calico-downward-default",
                "node-blocks",
                "flannel-flat-l2"
            })
    void theAgentReadsThePlan(String scenario) throws Exception {
        for (Plan plan : Rendered.library(scenario)) {
            assertRead(plan);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evpn-l2-bridged-pods", "evpn-symmetric-bridged-pods", "evpn-asymmetric-bridged-pods"})
    void soItDoesForOverlays(String design) throws Exception {
        assertRead(Rendered.plan("overlay.yaml", "design=" + design, POOL));
    }

    @Test
    void podsOnAVlanAreBridgedToIt() throws Exception {
        Plan plan = Rendered.plan("overlay.yaml", "design=evpn-symmetric-bridged-pods", POOL);

        NetworkConfig network = read(Rendered.files(plan, Target.AGENT).get("gpu-1-1/" + AgentFile.PATH));

        assertThat(network.mode()).isInstanceOfSatisfying(NetworkMode.Bridged.class, mode -> {
            assertThat(mode.uplink()).isPresent();
            assertThat(mode.subnets()).allSatisfy(each -> assertThat(each.gateway())
                    .as("gateway of %s", each.prefix())
                    .isPresent());
        });
    }

    private void assertRead(Plan plan) throws Exception {
        SortedMap<String, String> files = Rendered.files(plan, Target.AGENT);
        for (NodeProgram each : plan.config().nodes()) {
            String text = files.remove(each.name() + "/" + AgentFile.PATH);
            if (each.podVisibility() == PodVisibility.HIDDEN) {
                assertThat(text).isNull();
            } else {
                assertThat(read(text)).as("%s", each.name()).satisfies(network -> {
                    assertThat(network.blocks()).isEqualTo(each.blocks());
                    assertThat(network.mtu()).isEqualTo(each.podMtu());
                    assertThat(network.mode() instanceof NetworkMode.Bridged)
                            .isEqualTo(each.podVisibility() == PodVisibility.BRIDGED);
                    if (each.podNetwork().isPresent()) {
                        assertThat(network.reserved()).containsAll(taken(plan, each));
                    }
                });
            }
        }
        assertThat(files).as("files of nodes that are not in the plan").isEmpty();
    }

    /** What switches have of their own in a node's blocks. */
    private static List<IpAddress> taken(Plan plan, NodeProgram node) {
        return plan.config().switches().stream()
                .flatMap(each -> each.vlans().stream())
                .filter(each -> node.podNetwork().equals(Optional.of(each.network())))
                .flatMap(each -> each.svi().stream())
                .flatMap(svi -> svi.own().stream())
                .map(InterfaceAddress::address)
                .filter(each -> node.blocks().stream().anyMatch(block -> block.contains(each)))
                .toList();
    }

    private NetworkConfig read(@Nullable String text) throws IOException, AgentConfig.Unusable {
        Path file = Files.writeString(directory.resolve("agent.json"), Objects.requireNonNull(text));
        return AgentConfig.read(file).networks().getFirst();
    }
}
