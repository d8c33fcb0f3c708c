package io.heddle.topology.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens a document. After a problem that leaves no tree, the cursor is on nothing and answers every question with its default. */
public final class YamlDocument {

    private YamlDocument() {}

    /** Reads a file of at most 16 MiB. */
    public static YamlNode read(Path file, List<Setting> settings, Problems problems) {
        return root(file.toString(), SourceText.read(file, problems), settings, problems);
    }

    /** Reads bytes that come from elsewhere, such as a resource; {@code name} is what problems call them. */
    public static YamlNode read(String name, byte[] bytes, List<Setting> settings, Problems problems) {
        return root(name, SourceText.decode(name, bytes, problems), settings, problems);
    }

    /** Reads text. */
    public static YamlNode read(String name, String text, List<Setting> settings, Problems problems) {
        return root(name, SourceText.check(name, text, problems), settings, problems);
    }

    private static YamlNode root(String name, Optional<String> text, List<Setting> settings, Problems problems) {
        Optional<Tree> tree = text.flatMap(each -> TreeBuilder.build(name, each, problems));
        for (Setting each : settings) {
            tree = tree.map(before -> Overlay.apply(before, each, problems));
        }
        return YamlNode.root(tree.orElse(null), Place.startOf(name), problems);
    }
}
