package io.heddle.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code RFCS.md} names classes and tests that are there. */
class RfcTableTest {

    /** A class, perhaps behind its package and in front of a nested one: {@code bgp.wire.Capability.GracefulRestart}. */
    private static final Pattern NAME = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][A-Za-z0-9]*)(?:\\.[A-Z][A-Za-z]*)*`");

    private static final int CLASS_COLUMN = 4;
    private static final int TEST_COLUMN = 5;

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("RFCS.md"))) {
            at = Objects.requireNonNull(at.getParent(), "RFCS.md is nowhere above");
        }
        return at;
    }

    private static Set<String> sources(Path root, String kind) throws IOException {
        try (Stream<Path> files = Files.find(
                root,
                20,
                (path, attributes) ->
                        path.toString().endsWith(".java") && path.toString().contains("/src/" + kind + "/java/"))) {
            return files.map(path -> path.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> names(String cell) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(cell);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @Test
    void everyClassAndTestItNamesIsThere() throws IOException {
        Path root = root();
        Set<String> classes = sources(root, "main");
        Set<String> tests = sources(root, "test");
        List<String> missing = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(root.resolve("RFCS.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > TEST_COLUMN) {
                rows++;
                names(cells[CLASS_COLUMN]).stream()
                        .filter(each -> !classes.contains(each))
                        .forEach(missing::add);
                names(cells[TEST_COLUMN]).stream()
                        .filter(each -> !tests.contains(each))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(rows).isGreaterThan(40);
    }
}
