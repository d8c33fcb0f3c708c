package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainOutputTest {

    private static String run(String... words) {
        return run(Command.HOLDS, words);
    }

    private static String run(int expected, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void versionNamesTheFormats() {
        assertThat(run("version")).contains("reads fabric/1, design/1, scenario/1; writes result/1");
    }

    @Test
    void switchesLoadedAlikeShareALineOfTheTopology() {
        assertThat(run("topology", "vtep-128")).contains(" x leaf: ").doesNotContain("TierLoad[");
    }

    @Test
    void aTraceNamesTheEntryThatDecided() {
        assertThat(run("trace", "vtep-128", "--from", "node-1-1", "--to", "node-10-1"))
                .contains(
                        "arrives over 8 paths",
                        "behind VTEP 100.124.0.9, VNI 10100",
                        "of which encapsulation takes 50");
    }

    @Test
    void aTraceThatEndsInABlackHoleSaysWhyAndFails() {
        assertThat(run(
                        Command.DOES_NOT_HOLD,
                        "trace",
                        "rack-aggregates",
                        "--from",
                        "node-1-1",
                        "--to",
                        "node-2-3",
                        "--fail",
                        "node-2-3:nic0p1"))
                .contains("DOES NOT ARRIVE", "black-hole at leaf-2-1: 10.64.16.0/20 aggregate discards it");
    }

    @Test
    void aLoadNamesItsTiersAndRanksFailures() {
        assertThat(run("load", "superpod-b200", "--pattern", "hierarchical", "--failures"))
                .contains(
                        "hierarchical of 512 ranks",
                        "leaf to spine",
                        "406 GB/s bus bandwidth",
                        "After each of 536 single failures");
    }
}
