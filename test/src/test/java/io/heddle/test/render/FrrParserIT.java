package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.model.config.NetworkConfig;
import io.heddle.render.frr.FrrConfig;
import io.heddle.render.frr.FrrDaemon;
import io.heddle.render.frr.FrrRenderer;
import io.heddle.test.fabrics.RandomFabrics;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written for FRR is read by FRR: {@code vtysh -C} knows every command of every daemon, {@code bgpd -C} also says what does not
 * go together.
 */
class FrrParserIT {

    private static final String VTYSH = "/usr/bin/vtysh";
    private static final String BGPD = "/usr/lib/frr/bgpd";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsFrr() {
        assumeTrue(Tool.exists(VTYSH) && Tool.exists(BGPD), "FRR is not installed");
    }

    @ParameterizedTest
    @MethodSource("io.heddle.test.fabrics.PlannedFabrics#designs")
    void vtyshReadsEveryDesign(String design) throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            vtyshReads(Planned.of(design, seed).config());
        }
    }

    @ParameterizedTest
    @MethodSource("io.heddle.scenarios.library.Library#names")
    void vtyshReadsTheScenariosOfTheLibrary(String name) throws Exception {
        for (Plan plan : Rendered.library(name)) {
            vtyshReads(ends(plan.config()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void vtyshReadsRandomFabrics(long seed) throws Exception {
        vtyshReads(RandomFabrics.of(seed).config());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bgpdTakesRandomPoliciesAndNeighbours(long seed) throws Exception {
        bgpdTakes(RandomFabrics.of(seed).config());
    }

    @ParameterizedTest
    @MethodSource("io.heddle.test.fabrics.PlannedFabrics#designs")
    void bgpdTakesEveryDesign(String design) throws Exception {
        bgpdTakes(ends(Planned.of(design, 1).config()));
    }

    @Test
    void bothFindWhatIsWrong() throws Exception {
        Path file = Files.writeString(
                folder.resolve("wrong.conf"), "router bgp 65001\n neighbor a peer-group\n neighbor b nonsense\nexit\n");
        assertThat(vtysh(file).exitCode()).isNotZero();
        assertThat(bgpd(file).output()).contains("config line 3");
    }

    /** The first and the last switch and node of a fabric, which may have thousands. */
    private static NetworkConfig ends(NetworkConfig network) {
        return new NetworkConfig(ends(network.switches()), ends(network.nodes()), network.externalRouters());
    }

    private static <T> List<T> ends(List<T> all) {
        return all.size() < 3 ? all : List.of(all.getFirst(), all.getLast());
    }

    /** All in one file, since each start costs: vtysh knows commands, not what they do to each other. */
    private void vtyshReads(NetworkConfig network) throws Exception {
        StringBuilder all = new StringBuilder();
        rendered(network).values().forEach(each -> all.append(each.text()));
        Tool read = vtysh(Files.writeString(folder.resolve("frr.conf"), all));
        assertThat(read.output()).as("%s", all).isEmpty();
        assertThat(read.exitCode()).isZero();
    }

    private void bgpdTakes(NetworkConfig network) throws Exception {
        for (Map.Entry<String, FrrConfig> each : rendered(network).entrySet()) {
            String text = each.getValue().text(FrrDaemon.BGPD);
            Tool read = bgpd(Files.writeString(folder.resolve(each.getKey()), text));
            assertThat(read.output())
                    .as("%s:%n%s", each.getKey(), text)
                    .doesNotContain("config line")
                    .doesNotContain("can't open");
        }
    }

    private Tool vtysh(Path file) throws IOException, InterruptedException {
        return Tool.run(folder, List.of(VTYSH, "-C", "-f", file.toString()));
    }

    /** A dry run: it reads, complains and ends, and neither listens nor finds zebra. */
    private Tool bgpd(Path file) throws IOException, InterruptedException {
        return Tool.run(
                folder,
                List.of(
                        BGPD,
                        "-C",
                        "-S",
                        "-f",
                        file.toString(),
                        "-p",
                        "0",
                        "-P",
                        "0",
                        "-i",
                        folder + "/bgpd.pid",
                        "-z",
                        folder + "/zserv.api",
                        "--vty_socket",
                        folder.toString()));
    }

    private static Map<String, FrrConfig> rendered(NetworkConfig network) {
        Map<String, FrrConfig> all = new TreeMap<>();
        network.switches().forEach(each -> all.put(each.name().value(), FrrRenderer.of(each)));
        network.nodes().forEach(each -> all.put(each.name().value(), FrrRenderer.of(each)));
        network.externalRouters().forEach(each -> all.put(each.name().value(), FrrRenderer.of(each)));
        return all;
    }
}
