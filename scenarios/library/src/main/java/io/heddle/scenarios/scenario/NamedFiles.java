package io.heddle.scenarios.scenario;

import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.SourceFiles;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** The files that a scenario names. Their problems go to the scenario's. */
record NamedFiles(SourceFiles files) {

    /** One byte more than is read, so that the reader of YAML can say that it is too much. */
    private static final int MOST = (16 << 20) + 1;

    private static final Keys ELSEWHERE = Keys.required("file");
    private static final List<String> SECTIONS = List.of("fabric", "design");

    /** The document with every section that is {@code {file: NAME}} replaced by that file, so that settings reach into it. */
    YamlNode spliced(YamlNode root) {
        YamlNode spliced = root;
        for (YamlEntry each : root.isMapping() ? root.entries() : List.<YamlEntry>of()) {
            boolean isSection =
                    each.key().text("a key").filter(SECTIONS::contains).isPresent();
            if (isSection && each.value().peek("file").isPresent()) {
                Optional<YamlNode> document =
                        open(each.value().mapping(ELSEWHERE).at("file"));
                if (document.isPresent()) {
                    spliced = spliced.with(List.of(new YamlEntry(each.key(), document.get())), List.of());
                }
            }
        }
        return spliced;
    }

    /** Whether this setting names one of those files, and so comes before what is set inside it. */
    static boolean choosesFile(Setting setting) {
        return SECTIONS.stream().anyMatch(each -> setting.text().startsWith(each + ".file="));
    }

    /** The document that a key names. */
    Optional<YamlNode> open(YamlNode name) {
        Optional<String> file = name.text("the name of a file beside this one");
        return file.flatMap(each -> bytes(name, each))
                .map(bytes -> YamlDocument.read(files.display(file.orElseThrow()), bytes, List.of(), name.problems()));
    }

    private Optional<byte[]> bytes(YamlNode name, String file) {
        try (InputStream in = files.open(file)) {
            return Optional.of(in.readNBytes(MOST));
        } catch (NoSuchFileException e) {
            name.wrong(name.describe() + ", which is not there", "the name of a file beside this one");
        } catch (IOException e) {
            name.wrong(name.describe() + ", which cannot be read: " + e.getMessage(), "a file beside this one");
        }
        return Optional.empty();
    }
}
