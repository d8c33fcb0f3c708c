package io.heddle.topology.file;

import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.SourceFiles;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of {@code src/test/resources/malformed}. The first line of each says what is to be found: {@code # expect: 4:3: path: found
 * ...}, or with the name of another file in front. A file is a fabric unless it begins with {@code ipam} or {@code pods}.
 */
final class MalformedCorpus {

    static final Path FOLDER = Path.of("src", "test", "resources", "malformed");
    private static final String EXPECT = "# expect: ";

    private MalformedCorpus() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problem that must be among those found. */
    static String expected(Path file) throws IOException {
        String first = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElseThrow();
        if (!first.startsWith(EXPECT)) {
            throw new IllegalStateException(file + " does not begin with '" + EXPECT + "'");
        }
        String expected = first.substring(EXPECT.length());
        return Character.isDigit(expected.charAt(0)) ? file + ":" + expected : FOLDER + "/" + expected;
    }

    static Problems read(Path file) {
        Problems problems = new Problems();
        YamlNode root = YamlDocument.read(file, List.of(), problems);
        read(root, SourceFiles.beside(file));
        return problems;
    }

    /** Reads whatever the document is. */
    static void read(YamlNode root, SourceFiles files) {
        if (root.peek("ipam").isPresent()) {
            IpamReader.read(root.peek("ipam"));
        } else if (root.peek("pods").isPresent()) {
            Known<DeviceName> nodes = Known.of("node", Set.of(DeviceName.of("n1"), DeviceName.of("n2")));
            new PodReader(files, nodes).read(root.peek("pods"));
        } else {
            FabricReader.of(DeviceCatalogue.builtIn()).read(root);
        }
    }
}
