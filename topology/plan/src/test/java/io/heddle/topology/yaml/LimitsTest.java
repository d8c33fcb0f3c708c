package io.heddle.topology.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of docs/scenario-format.md. They are what keeps the parser, which is not linear in everything, from taking long. */
class LimitsTest {

    /** Processor time far above what is needed (about one second), far below what one missing limit costs. */
    private static final long SOON = 6_000_000_000L;

    private static Problems read(String text) {
        Problems problems = new Problems();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        YamlDocument.read("f", text, List.of(), problems);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                .isLessThan(SOON);
        return problems;
    }

    @Test
    void fiftyMegabytesAreRefusedUnread(@TempDir Path folder) throws Exception {
        Path big = folder.resolve("big.yaml");
        byte[] bytes = new byte[50_000_000];
        Arrays.fill(bytes, (byte) 'a');
        Files.write(big, bytes);
        Problems problems = new Problems();
        YamlDocument.read(big, List.of(), problems);
        assertThat(problems.toString()).contains("found more than 16 MiB, expected at most 16 MiB");
    }

    @Test
    void anAliasBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1)));
        }
        assertThat(read(bomb.toString()).toString()).contains("found more than 500000 values");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(read("[".repeat(60_000)).toString()).contains("f:1:65: found nesting deeper than 64");
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(read(deep.toString()).toString()).contains("f:65:65: found nesting deeper than 64");
    }

    @Test
    void aLongLineAndManyLinesAreRefused() {
        assertThat(read("a: 1\nb: " + "x".repeat(70_000)).toString()).contains("f:2:1: found a line longer than 65536");
        assertThat(read("\n".repeat(600_000)).toString()).contains("f:500001:1: found more than 500000 lines");
    }

    @Test
    void aLongListIsRefused() {
        assertThat(read("[" + "a,".repeat(20_000) + "]\n").isEmpty()).isTrue();
        assertThat(read(("- [" + "a,".repeat(30_000) + "]\n").repeat(20)).toString())
                .contains("found more than 500000 values");
    }

    private static final List<String> SLOWEST = List.of("a", "- {a: b, c: [d, e]}\n", "#", "ä");

    private static final List<String> FURTHER = List.of(
            "a ",
            "a\n",
            "- a\n",
            "a,",
            "- ",
            "&a ",
            "'",
            "\"",
            "''",
            "a: b: ",
            "# c\n",
            "a: |\n  b\n",
            " ",
            "- - - a\n",
            "- &a a\n",
            "- |+\n\n\n",
            "? a\n: b\n",
            "- \"\\x41\\x41\\x41\\x41\\x41\"\n",
            "{",
            "*a ",
            "!a ");

    private static Stream<String> shapes() {
        return Boolean.getBoolean("heddle.long")
                ? Stream.concat(SLOWEST.stream(), FURTHER.stream())
                        .flatMap(shape -> Stream.of("", "[", "a: ").map(start -> repeated(start, shape)))
                : SLOWEST.stream().map(shape -> repeated("", shape));
    }

    /** Each shape repeated as often as the limits on size, lines and their length let it. */
    @Test
    void noShapeWithinTheLimitsTakesLong() {
        shapes().forEach(LimitsTest::read);
    }

    private static String repeated(String start, String shape) {
        StringBuilder text = new StringBuilder(start);
        int lineLength = 0;
        for (int lines = 0; lines < 480_000 && text.length() < SourceText.LARGEST - 100; ) {
            text.append(shape);
            lineLength += shape.length();
            if (shape.endsWith("\n")) {
                lines += (int) shape.chars().filter(c -> c == '\n').count();
                lineLength = 0;
            } else if (lineLength > SourceText.LONGEST_LINE - 100) {
                text.append('\n');
                lines++;
                lineLength = 0;
            }
        }
        return text.toString();
    }
}
