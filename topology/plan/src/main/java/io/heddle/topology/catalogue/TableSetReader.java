package io.heddle.topology.catalogue;

import io.heddle.topology.yaml.Format;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a file of {@code heddle: table-set/1}. */
final class TableSetReader {

    static final Keys KEYS = PartsReader.and(Keys.required(Format.KEY, "os", "profiles"));
    static final Keys PROFILE = PartsReader.and(Keys.NONE);

    private static final Format FORMAT = new Format("table-set", 1);

    private TableSetReader() {}

    static TableSet read(YamlNode root) {
        FORMAT.accepts(root);
        YamlMapping mapping = root.mapping(KEYS);
        EvidenceReader evidence = EvidenceReader.NONE.in(mapping);
        RowParts common = PartsReader.read(mapping, evidence);
        Map<String, RowParts> profiles = new LinkedHashMap<>();
        for (YamlEntry each : mapping.at("profiles").entries()) {
            each.key()
                    .text("a profile")
                    .ifPresent(name -> profiles.put(
                            name, common.with(PartsReader.read(each.value().mapping(PROFILE), evidence))));
        }
        return new TableSet(
                mapping.at("os").text("an operating system").orElse("?"), Collections.unmodifiableMap(profiles));
    }
}
