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

class TraceOptionTest {

    private static final List<String> SMALL = List.of(
            "node-blocks",
            "--set",
            "fabric.generate.racks=2",
            "--set",
            "fabric.generate.nodes[0].count=1",
            "--set",
            "pods.per-node=1");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private int run(String command, String... more) {
        List<String> words = Stream.of(Stream.of(command), SMALL.stream(), Stream.of(more))
                .flatMap(each -> each)
                .toList();
        return Main.run(
                words,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path drill(String name) {
        Path file = directory.resolve("traces").resolve(name);
        assertThat(run("drill", "--incident", "fail: spine-1", "--trace", file.toString()))
                .isEqualTo(Command.HOLDS);
        return file;
    }

    @Test
    void textIsForPeople() throws IOException {
        assertThat(Files.readString(drill("spine.txt"))).contains("connected to", "UPDATE announces", "spine-1 dies");
    }

    @Test
    void everyLineIsAnObject() throws IOException {
        assertThat(Files.readAllLines(drill("spine.jsonl")))
                .hasSizeGreaterThan(100)
                .allMatch(each -> each.startsWith("{\"ns\":") && each.endsWith("}"));
    }

    /** That Wireshark reads it is {@code TraceIT}'s business. */
    @Test
    void aCaptureHasItsMagicNumber() throws IOException {
        assertThat(Files.readAllBytes(drill("spine.pcap")))
                .startsWith(0x4D, 0x3C, 0xB2, 0xA1)
                .hasSizeGreaterThan(10_000);
    }

    @Test
    void whatCannotBeTracedIsTheUsersMistake() {
        assertThat(run("drill", "--trace", "x.pcap")).isEqualTo(Command.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--trace is of one drill");
        assertThat(run("drill", "--incident", "fail: spine-1", "--trace", "x.png"))
                .isEqualTo(Command.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("expected .txt or .log");
        assertThat(run("simulate", "--trace", directory.resolve("all.txt").toString()))
                .isEqualTo(Command.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("expected --case NAME");
    }
}
