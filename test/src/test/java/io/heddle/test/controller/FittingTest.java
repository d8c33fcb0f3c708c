package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.ControllerFile;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a controller refuses to start with, since the fabric would lose packets by it. */
class FittingTest {

    @TempDir
    Path directory;

    private void layout(String was, String is) throws Exception {
        Path own = Path.of(Objects.requireNonNull(FittingTest.class.getResource("chaos.yaml"))
                .toURI());
        String text = Files.readString(own);
        assertThat(text).contains(was);
        Path file = Files.writeString(directory.resolve("own.yaml"), text.replace(was, is));
        Problems problems = new Problems();
        ControllerDaemon.layout(config(problems), PlannedFile.of(file).plan());
    }

    private ControllerConfig config(Problems problems) throws IOException {
        Path file = Files.writeString(directory.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: own.yaml}
                store: {directory: store}
                """);
        return ControllerFile.read(file, List.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()));
    }

    @Test
    void aNodeAtSeveralLeafsIsNotReachedByItsLoopback() {
        assertThatThrownBy(() -> layout("nodes: numbered", "nodes: unnumbered"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "links.nodes is unnumbered, so leaf-1-1 and leaf-1-2 would be told the loopback of")
                .hasMessageContaining("expected 'links: {nodes: numbered}'");
    }

    @Test
    void anAddressOfTheLinkIsANextHop() {
        assertThatCode(() -> layout("nodes: numbered", "nodes: numbered")).doesNotThrowAnyException();
    }

    @Test
    void podsThatTheLeafsAnnounceMayHaveUnnumberedLinks() {
        assertThatCode(() -> layout(
                        "nodes: numbered}\n  pods: {visibility: routed, routes: hosts, announcer: controller}",
                        "nodes: unnumbered}"))
                .doesNotThrowAnyException();
    }
}
