package io.heddle.topology.catalogue;

import io.heddle.model.device.PortNaming;
import io.heddle.topology.yaml.Format;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Optional;

/** Reads a file of {@code heddle: operating-system/1}. */
final class OperatingSystemReader {

    static final Keys KEYS = PartsReader.and(Keys.required(Format.KEY, "os", "title", "port-names"));

    private static final Format FORMAT = new Format("operating-system", 1);

    private OperatingSystemReader() {}

    static OperatingSystem read(YamlNode root) {
        FORMAT.accepts(root);
        YamlMapping mapping = root.mapping(KEYS);
        Optional<PortNaming> naming = PortsReader.naming(mapping.at("port-names"));
        return new OperatingSystem(
                mapping.at("os").text("a name").orElse("?"),
                mapping.at("title").text("a title").orElse("?"),
                naming.orElse(new PortNaming("{port}", "{port}.{part}")),
                PartsReader.read(mapping, EvidenceReader.NONE));
    }
}
