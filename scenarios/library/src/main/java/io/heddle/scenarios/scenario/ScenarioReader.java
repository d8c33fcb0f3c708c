package io.heddle.scenarios.scenario;

import io.heddle.scenarios.expect.Expectation;
import io.heddle.scenarios.expect.ExpectationReader;
import io.heddle.topology.yaml.Format;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.SourceFiles;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a scenario, format {@code scenario/1}.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * Optional<Scenario> scenario = ScenarioReader.read(path, List.of(Setting.parse("fabric.generate.racks=40")), problems);
 * }</pre>
 */
public final class ScenarioReader {

    public static final Format FORMAT = new Format("scenario", 1);

    public static final Keys SCENARIO = Keys.required(Format.KEY, "name", "title", "why", "fabric")
            .optional(
                    "source",
                    "design",
                    "plan",
                    "ipam",
                    "pods",
                    "devices",
                    "failures",
                    "capacity",
                    "expect",
                    "controllers",
                    "pace",
                    "drills",
                    "cases");

    public static final Keys CASE = Keys.required("name").optional("why", "set", "expect");

    private final NamedFiles files;
    private final List<Setting> settings;

    private ScenarioReader(NamedFiles files, List<Setting> settings) {
        this.files = files;
        this.settings = settings;
    }

    /** Reads a file; the files it names are beside it. Empty exactly if a problem was recorded. */
    public static Optional<Scenario> read(Path file, List<Setting> settings, Problems problems) {
        return read(YamlDocument.read(file, chosen(settings), problems), SourceFiles.beside(file), settings);
    }

    /** Reads bytes from elsewhere, such as a resource; {@code name} is what problems call them. */
    public static Optional<Scenario> read(
            String name, byte[] bytes, SourceFiles files, List<Setting> settings, Problems problems) {
        return read(YamlDocument.read(name, bytes, chosen(settings), problems), files, settings);
    }

    private static List<Setting> chosen(List<Setting> settings) {
        return settings.stream().filter(NamedFiles::choosesFile).toList();
    }

    private static Optional<Scenario> read(YamlNode root, SourceFiles files, List<Setting> settings) {
        if (!FORMAT.accepts(root)) {
            return Optional.empty();
        }
        List<Setting> others =
                settings.stream().filter(each -> !NamedFiles.choosesFile(each)).toList();
        ScenarioReader reader = new ScenarioReader(new NamedFiles(files), others);
        Optional<Scenario> scenario = reader.read(root);
        return root.problems().isEmpty() ? scenario : Optional.empty();
    }

    private Optional<Scenario> read(YamlNode file) {
        YamlNode root = files.spliced(file);
        YamlMapping given = root.with(List.of(), settings).mapping(SCENARIO);
        String name = given.at("name").text("a name").orElse("");
        String title = given.at("title").text("a title").orElse("");
        String why = given.at("why").text("a sentence").orElse("");
        String source = given.at("source").text("where the figures come from").orElse("");
        List<ScenarioCase> cases = new ArrayList<>();
        CaseReader reader = new CaseReader(files);
        if (!given.has("cases")) {
            reader.read(given, name, new CaseReader.Title(name, "", List.of(), List.of()))
                    .ifPresent(cases::add);
        }
        Set<String> names = new HashSet<>();
        for (YamlNode each : given.at("cases").list()) {
            // What is wrong in what the cases share would be told again by each.
            if (!root.problems().isEmpty()) {
                return Optional.empty();
            }
            readCase(each, root, name, names, reader).ifPresent(cases::add);
        }
        if (given.at("cases").isList() && cases.isEmpty()) {
            given.at("cases").wrong("no case", "at least one, or no key 'cases'");
        }
        return cases.isEmpty() ? Optional.empty() : Optional.of(new Scenario(name, title, why, source, cases));
    }

    private Optional<ScenarioCase> readCase(
            YamlNode node, YamlNode root, String scenario, Set<String> names, CaseReader reader) {
        YamlMapping given = node.mapping(CASE);
        String name = given.at("name").text("a name for the case").orElse("");
        if (!names.add(name)) {
            given.at("name").wrong(given.at("name").describe() + " again", "names that differ");
        }
        List<YamlEntry> changes = given.at("set").entries();
        List<Expectation> own = ExpectationReader.read(given.at("expect"));
        String why = given.at("why").text("a sentence").orElse("");
        List<String> words = changes.stream().map(ChangeText::of).toList();
        YamlMapping changed = root.with(changes, settings).mapping(SCENARIO);
        return reader.read(changed, scenario, new CaseReader.Title(name, why, words, own));
    }
}
