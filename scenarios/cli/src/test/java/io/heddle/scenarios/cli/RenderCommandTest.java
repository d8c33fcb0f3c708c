package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

    private static final String SCENARIO = "calico-as-per-rack";

    @TempDir
    private Path folder;

    private record Said(int exitCode, String out, String err) {}

    private Said render(String... more) {
        List<String> words = new ArrayList<>(
                List.of("render", SCENARIO, "--out", folder.resolve("out").toString()));
        words.addAll(List.of("--set", "fabric.generate.racks=2"));
        words.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.resolve("out").relativize(each), Files.readString(each));
            }
        }
        return files;
    }

    private Path leafConfiguration() throws IOException {
        return folder.resolve("out")
                .resolve(files().keySet().stream()
                        .filter(each -> each.endsWith("frr.conf"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void everyTargetIsWrittenBelowTheDevice() throws IOException {
        Said said = render();
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("frr", "cumulus", "bird", "netplan", "not written");
        assertThat(files().keySet().stream()
                        .map(each -> each.subpath(Math.min(1, each.getNameCount() - 1), each.getNameCount())
                                .toString()))
                .contains(
                        "frr/etc/frr/frr.conf",
                        "cumulus/etc/network/interfaces",
                        "netplan/etc/netplan/50-heddle.yaml",
                        "bird/etc/bird/bird.conf");
    }

    @Test
    void aSecondRunTouchesNothing() throws IOException {
        render();
        Path file = leafConfiguration();
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, longAgo);
        Map<Path, String> before = files();
        assertThat(render().exitCode()).isZero();
        assertThat(files()).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        assertThat(render("--check").exitCode()).isZero();
    }

    @Test
    void whatWasEditedIsNotOverwrittenUnlessForced() throws IOException {
        render("--target", "frr");
        Path file = leafConfiguration();
        String rendered = Files.readString(file);
        Files.writeString(file, rendered + "! by hand\n");
        Said refused = render("--target", "frr");
        assertThat(refused.exitCode()).isEqualTo(Command.BAD_INPUT);
        assertThat(refused.err()).contains("nothing written", "edited since it was rendered", "--force");
        assertThat(Files.readString(file)).endsWith("! by hand\n");
        Said checked = render("--target", "frr", "--check");
        assertThat(checked.exitCode()).isEqualTo(Command.DOES_NOT_HOLD);
        assertThat(checked.out()).contains("- ! by hand");
        assertThat(render("--target", "frr", "--force").exitCode()).isZero();
        assertThat(Files.readString(file)).isEqualTo(rendered);
    }

    @Test
    void filesOfOthersAreNotOverwritten() throws IOException {
        render("--target", "frr");
        Path file = leafConfiguration();
        Files.delete(folder.resolve("out/heddle-render.txt"));
        Files.writeString(file, "theirs\n");
        Said refused = render("--target", "frr");
        assertThat(refused.exitCode()).isEqualTo(Command.BAD_INPUT);
        assertThat(refused.err()).contains("not written by heddle render");
    }

    @Test
    void devicesThatAreGoneLeaveNoFiles() throws IOException {
        render("--target", "frr");
        int before = files().size();
        Said said = render("--target", "frr", "--set", "fabric.generate.racks=1");
        assertThat(said.exitCode()).isZero();
        assertThat(files()).hasSizeLessThan(before);
        assertThat(Files.exists(folder.resolve("out/leaf-2-1"))).isFalse();
    }

    @Test
    void anotherTargetLeavesTheFirstAlone() throws IOException {
        render("--target", "frr");
        Map<Path, String> before = files();
        render("--target", "netplan");
        before.remove(Path.of("heddle-render.txt"));
        assertThat(files()).containsAllEntriesOf(before).hasSizeGreaterThan(before.size() + 1);
    }

    @Test
    void checkWritesNothing() {
        Said said = render("--check");
        assertThat(said.exitCode()).isEqualTo(Command.DOES_NOT_HOLD);
        assertThat(said.out()).contains("new      ");
        assertThat(Files.exists(folder.resolve("out"))).isFalse();
    }

    @Test
    void aWrongTargetIsNamed() {
        Said said = render("--target", "fr");
        assertThat(said.exitCode()).isEqualTo(Command.BAD_INPUT);
        assertThat(said.err()).contains("no target 'fr'", "did you mean frr?");
    }

    @Test
    void aListOfANewerFormatIsRefused() throws IOException {
        render("--target", "frr");
        Files.writeString(folder.resolve("out/heddle-render.txt"), "heddle: rendering/2\n");
        Said said = render("--target", "frr");
        assertThat(said.exitCode()).isEqualTo(Command.BAD_INPUT);
        assertThat(said.err()).contains("rendering/2", "rendering/1");
    }
}
