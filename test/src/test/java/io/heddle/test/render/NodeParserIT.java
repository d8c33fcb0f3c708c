package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.model.config.NodeProgram;
import io.heddle.render.FabricView;
import io.heddle.render.bird.BirdRenderer;
import io.heddle.render.netplan.NetplanRenderer;
import io.heddle.render.node.NodeView;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.RandomFabrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for nodes is read by netplan and by BIRD. */
class NodeParserIT {

    private static final String NETPLAN = "/usr/sbin/netplan";
    private static final String BIRD = "/usr/sbin/bird";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.heddle.test.fabrics.PlannedFabrics#designs")
    void netplanTakesTheNodesOfEveryDesign(String design) throws Exception {
        netplanTakes(Planned.of(design, 1));
        netplanTakes(Planned.of(design, 2));
    }

    @ParameterizedTest
    @MethodSource("io.heddle.test.fabrics.PlannedFabrics#designs")
    void birdTakesTheNodesOfEveryDesign(String design) throws Exception {
        birdTakes(Planned.of(design, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void birdTakesRandomPolicies(long seed) throws Exception {
        birdTakes(RandomFabrics.of(seed));
    }

    @Test
    void netplanFindsWhatIsWrong() throws Exception {
        assumeTrue(Tool.exists(NETPLAN), "netplan is not installed");
        assertThat(netplan("network:\n  version: 2\n  bonds:\n    bond0:\n      interfaces: [nic0]\n")
                        .exitCode())
                .isNotZero();
    }

    @Test
    void birdFindsWhatIsWrong() throws Exception {
        assumeTrue(Tool.exists(BIRD), "BIRD is not installed");
        assertThat(bird("protocol device { nonsense; }\n").exitCode()).isNotZero();
    }

    private void netplanTakes(FabricCase planned) throws Exception {
        assumeTrue(Tool.exists(NETPLAN), "netplan is not installed");
        FabricView fabric = new FabricView(planned.fabric(), planned.config());
        NodeProgram node = planned.config().nodes().getFirst();
        String text = NetplanRenderer.of(
                NodeView.of(fabric, planned.fabric().findNode(node.name()).orElseThrow(), node));
        Tool read = netplan(text);
        assertThat(read.output()).as(text).isEmpty();
        assertThat(read.exitCode()).isZero();
    }

    private void birdTakes(FabricCase planned) throws Exception {
        assumeTrue(Tool.exists(BIRD), "BIRD is not installed");
        for (NodeProgram each : planned.config().nodes()) {
            if (each.bgp().isPresent()) {
                String text = BirdRenderer.of(each, each.bgp().get(), new ArrayList<>());
                Tool read = bird(text);
                assertThat(read.output()).as(text).isEmpty();
                assertThat(read.exitCode()).isZero();
            }
        }
    }

    private Tool netplan(String text) throws Exception {
        Path root = Files.createDirectories(folder.resolve("root/etc/netplan"));
        Path file = Files.writeString(root.resolve("50-heddle.yaml"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Tool.run(folder, List.of(NETPLAN, "generate", "--root-dir", folder + "/root"));
    }

    private Tool bird(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("bird.conf"), text);
        return Tool.run(folder, List.of(BIRD, "-p", "-c", file.toString()));
    }
}
