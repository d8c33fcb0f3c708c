package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.render.FabricView;
import io.heddle.render.interfaces.Flavour;
import io.heddle.render.interfaces.NodeInterfaces;
import io.heddle.render.interfaces.SwitchInterfaces;
import io.heddle.render.node.NodeView;
import io.heddle.test.fabrics.FabricCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for ifupdown2 is read by it without a word, values included, and no option is unknown to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterfacesParserIT {

    /** Options of clagd, which is not in Debian; from NVIDIA's documentation of Cumulus Linux. */
    private static final Set<String> CLAGD =
            Set.of("clag-id", "clagd-peer-ip", "clagd-priority", "clagd-sys-mac", "clagd-backup-ip");

    @TempDir
    private Path folder;

    private Ifupdown2 ifupdown2 = new Ifupdown2(Path.of("/"));
    private Set<String> options = Set.of();

    @BeforeAll
    void fetch(@TempDir Path shared) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "a mount namespace needs root");
        Optional<Ifupdown2> had = Ifupdown2.unpack(shared);
        assumeTrue(had.isPresent(), "the package ifupdown2 cannot be fetched");
        ifupdown2 = had.orElseThrow();
        options = ifupdown2.options();
    }

    @ParameterizedTest
    @MethodSource("io.heddle.test.fabrics.PlannedFabrics#designs")
    void everyDesignIsRead(String design) throws Exception {
        Flavour flavour = Flavour.values()[design.length() % Flavour.values().length];
        for (Map.Entry<String, String> each :
                sample(Planned.of(design, 1), flavour).entrySet()) {
            Path file = Files.writeString(folder.resolve(each.getKey()), each.getValue());
            assertThat(optionsIn(each.getValue()))
                    .allMatch(option -> options.contains(option) || CLAGD.contains(option), "an option of ifupdown2");
            Tool read = ifupdown2.check(file);
            assertThat(read.output()).as(each.getValue()).isEmpty();
            assertThat(read.exitCode()).isZero();
        }
    }

    @Test
    void whatIsWrongIsFound() throws Exception {
        Path file = Files.writeString(
                folder.resolve("wrong"), "auto vni10\niface vni10\n    vxlan-id 10\n    bridge-learning maybe\n");
        assertThat(ifupdown2.check(file).output()).contains("bridge-learning");
        assertThat(options).doesNotContain("bridge-lerning").contains("bridge-learning");
    }

    private static Stream<String> optionsIn(String text) {
        return text.lines()
                .filter(each -> each.startsWith(" "))
                .map(String::strip)
                .map(each -> each.substring(0, each.indexOf(' ')));
    }

    /** A leaf, in one flavour or the other, and the last node. */
    private static Map<String, String> sample(FabricCase planned, Flavour flavour) {
        FabricView fabric = new FabricView(planned.fabric(), planned.config());
        Map<String, String> files = new LinkedHashMap<>();
        SwitchConfig leaf = planned.config().switches().stream()
                .filter(each -> !each.vlans().isEmpty() || !each.bridgePorts().isEmpty())
                .findFirst()
                .orElse(planned.config().switches().getFirst());
        files.put(leaf.name() + "-" + flavour, SwitchInterfaces.of(fabric, leaf, flavour, new ArrayList<>()));
        NodeProgram node = planned.config().nodes().getLast();
        files.put(
                node.name().value(),
                NodeInterfaces.of(NodeView.of(
                        fabric, planned.fabric().findNode(node.name()).orElseThrow(), node)));
        return files;
    }
}
