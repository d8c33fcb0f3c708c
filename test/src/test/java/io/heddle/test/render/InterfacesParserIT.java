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
import io.heddle.test.fabrics.PlannedFabrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        String text = sample(Planned.of(design, 1), PlannedFabrics.designs().indexOf(design));
        assertThat(optionsIn(text))
                .allMatch(option -> options.contains(option) || CLAGD.contains(option), "an option of ifupdown2");
        Tool read = ifupdown2.check(Files.writeString(folder.resolve("interfaces"), text));
        assertThat(read.output()).as(text).isEmpty();
        assertThat(read.exitCode()).isZero();
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

    /** A leaf in one flavour or the other, or a node: the parser takes a second to start. */
    private static String sample(FabricCase planned, int choice) {
        FabricView fabric = new FabricView(planned.fabric(), planned.config());
        if (choice % 3 == 2) {
            NodeProgram node = planned.config().nodes().getLast();
            return NodeInterfaces.of(
                    NodeView.of(fabric, planned.fabric().findNode(node.name()).orElseThrow(), node));
        }
        SwitchConfig leaf = planned.config().switches().stream()
                .filter(each -> !each.vlans().isEmpty() || !each.bridgePorts().isEmpty())
                .findFirst()
                .orElse(planned.config().switches().getFirst());
        return SwitchInterfaces.of(fabric, leaf, Flavour.values()[choice % 3], new ArrayList<>());
    }
}
