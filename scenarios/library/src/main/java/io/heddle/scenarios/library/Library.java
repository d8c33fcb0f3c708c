package io.heddle.scenarios.library;

import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.SourceFiles;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The scenarios that come along. Each is read when asked for. */
public final class Library {

    /** What a list of scenarios shows of one. */
    public record Entry(String name, String title, String why) {}

    private Library() {}

    /** In the order of the documentation. */
    public static List<String> names() {
        return new String(bytes("index.txt"), StandardCharsets.UTF_8).lines().toList();
    }

    /** A scenario with settings laid over it. Empty if there is none of that name, or if a setting does not fit. */
    public static Optional<Scenario> find(String name, List<Setting> settings, Problems problems) {
        return names().contains(name)
                ? ScenarioReader.read(file(name), bytes(file(name)), SourceFiles.none(), settings, problems)
                : Optional.empty();
    }

    /** The file of a scenario of that name. */
    public static byte[] text(String name) {
        return bytes(file(name));
    }

    /** The heading of every scenario, without reading on. */
    public static List<Entry> entries() {
        return names().stream().map(Library::entry).toList();
    }

    private static Entry entry(String name) {
        YamlNode root = YamlDocument.read(file(name), bytes(file(name)), List.of(), new Problems());
        return new Entry(
                name,
                root.peek("title").text("a title").orElse(""),
                root.peek("why").text("a sentence").orElse(""));
    }

    private static String file(String name) {
        return name + ".yaml";
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Library.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is missing beside " + Library.class);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + file, e);
        }
    }
}
