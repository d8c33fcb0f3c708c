package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every report of a drill says what its times are. */
class PaceTest {

    @TempDir
    Path directory;

    private String drill(String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> words = Stream.concat(
                        Stream.of(
                                "drill",
                                "node-blocks",
                                "--set",
                                "fabric.generate.racks=2",
                                "--set",
                                "fabric.generate.nodes[0].count=1",
                                "--set",
                                "pods.per-node=1",
                                "--incident",
                                "fail: spine-1"),
                        Stream.of(more))
                .toList();
        int code = Main.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(Command.HOLDS);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void assumedTimesAreCalledSo() throws IOException {
        Path page = directory.resolve("page.html");
        assertThat(drill("--html", page.toString())).contains("Times of devices are assumed");
        assertThat(Files.readString(page)).contains("Times of devices are assumed");
        assertThat(drill("--json")).contains("\"pace\" : \"assumed\"").doesNotContain("Times of devices");
    }

    @Test
    void measuredOnesNameWhatWasMeasured() {
        assertThat(drill("--set", "pace=frr")).contains("Times of devices are those of FRR 8.4 on Linux");
        assertThat(drill("--set", "pace=frr", "--json")).contains("\"pace\" : \"frr\"");
    }
}
