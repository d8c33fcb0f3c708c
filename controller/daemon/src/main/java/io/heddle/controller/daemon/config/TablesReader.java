package io.heddle.controller.daemon.config;

import io.heddle.controller.southbound.use.TableSource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code tables}. */
final class TablesReader {

    static final Keys TABLES = Keys.required("switches").optional("every-seconds", "stale-seconds", "mend");
    static final Keys SWITCH = Keys.required("switch").optional("kernel", "frr", "crm", "crm-file");

    private static final int EVERY = 10;
    private static final int STALE = 60;
    private static final int MOST = 3600;

    private TablesReader() {}

    static Optional<TablesConfig> read(YamlNode node, Path directory) {
        YamlMapping given = node.mapping(TABLES);
        int every = given.at("every-seconds").integer(1, MOST, EVERY);
        int stale = given.at("stale-seconds").integer(1, 24 * MOST, Math.max(STALE, 3 * every));
        if (stale < every) {
            given.at("stale-seconds").wrong(String.valueOf(stale), "at least the " + every + " of every-seconds");
        }
        SortedMap<DeviceName, TableSource> switches = new TreeMap<>();
        for (YamlNode each : given.at("switches").list()) {
            YamlMapping one = each.mapping(SWITCH);
            Optional<DeviceName> device = one.at("switch").parse("the name of a switch", DeviceName::of);
            Optional<TableSource> source = source(each, one, directory);
            if (device.isPresent() && source.isPresent() && switches.put(device.get(), source.get()) != null) {
                one.at("switch").wrong("a second source for " + device.get(), "one source a switch");
            }
        }
        return Optional.of(new TablesConfig(
                Duration.ofSeconds(every),
                Duration.ofSeconds(stale),
                given.at("mend").bool(true),
                switches));
    }

    private static Optional<TableSource> source(YamlNode node, YamlMapping given, Path directory) {
        List<String> named =
                Stream.of("kernel", "frr", "crm", "crm-file").filter(given::has).toList();
        if (named.size() != 1) {
            node.wrong(
                    named.isEmpty() ? "no source" : String.join(" and ", named),
                    "one of kernel, frr, crm (words of a program) and crm-file (a path)");
            return Optional.empty();
        }
        String name = named.getFirst();
        YamlNode value = given.at(name);
        if (name.equals("crm-file")) {
            return value.text("a file").map(each -> new TableSource.CrmFile(directory.resolve(each)));
        }
        List<String> words = value.list(each -> each.text("a word"));
        if (words.isEmpty() && !name.equals("kernel")) {
            value.wrong(
                    "no words",
                    name.equals("frr") ? "words such as [vtysh]" : "words such as [crm, show, resources, all]");
            return Optional.empty();
        }
        return Optional.of(
                switch (name) {
                    case "kernel" -> new TableSource.Kernel(words);
                    case "frr" -> new TableSource.Frr(words);
                    default -> new TableSource.Crm(words);
                });
    }
}
