package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.yaml.Problem;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.SourceFiles;
import io.heddle.topology.yaml.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Files that were right and then were not: every answer is a fabric or problems with a place, never an exception. */
class MutationProperties {

    private static final List<String> EXAMPLES = Stream.of("heddle: fabric/1", "ipam:", "pods:")
            .flatMap(first -> Documentation.examples(first).stream())
            .toList();

    private static final String[] WORDS = {
        "&a ",
        "*a",
        "!!int ",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        "#",
        "|",
        ">",
        "'",
        "\"",
        "\t",
        "\0",
        "\u0085",
        "\uD800",
        "~",
        "null",
        "-1",
        "99999999999",
        "(1-9)",
        "(9-1)",
        "<<",
        "? ",
        "---\n",
        "...\n",
        "%TAG",
        "4095",
        "0",
        "\r",
        "  ",
        ""
    };

    @Provide
    Arbitrary<String> example() {
        return Arbitraries.of(EXAMPLES);
    }

    private static void check(byte[] bytes) {
        Problems problems = new Problems();
        MalformedCorpus.read(YamlDocument.read("m.yaml", bytes, List.of(), problems), SourceFiles.none());
        for (Problem each : problems.list()) {
            assertThat(each.file()).isNotEmpty();
            assertThat(each.line()).isPositive();
            assertThat(each.column()).isPositive();
            assertThat(each.found()).isNotBlank();
            assertThat(each.expected()).isNotBlank();
        }
        assertThat(problems.isEmpty()).isEqualTo(problems.list().isEmpty());
    }

    @Property(tries = 400)
    void anyBytesChanged(@ForAll("example") String text, @ForAll Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes);
    }

    @Property(tries = 400)
    void anyWordPutAnywhere(@ForAll("example") String text, @ForAll Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            int end = Math.min(changed.length(), at + random.nextInt(6));
            changed.replace(at, end, WORDS[random.nextInt(WORDS.length)]);
        }
        check(changed.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 400)
    void anyLinesMovedDoubledOrLost(@ForAll("example") String text, @ForAll Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
                case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                default ->
                    lines.set(at, " ".repeat(random.nextInt(5)) + lines.get(at).strip());
            }
        }
        check(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void anyPrefix(@ForAll("example") String text, @ForAll Random random) {
        check(text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8));
    }

    /** What is between the first colon of a line and its end becomes something else of YAML. */
    @Property(tries = 400)
    void anyValueReplaced(@ForAll("example") String text, @ForAll Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = random.nextInt(lines.size());
        String[] values = {
            "",
            "[]",
            "{}",
            "[[]]",
            "{a: {b: c}}",
            "-5",
            "0",
            "1e9",
            "true",
            "''",
            "x y",
            "2147483648",
            "::",
            "(1-2)",
            "é"
        };
        String line = lines.get(at);
        int colon = line.indexOf(':');
        lines.set(at, (colon < 0 ? line : line.substring(0, colon)) + ": " + values[random.nextInt(values.length)]);
        check(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
