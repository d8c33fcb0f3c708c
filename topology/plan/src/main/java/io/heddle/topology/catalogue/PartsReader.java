package io.heddle.topology.catalogue;

import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;

/** Reads what every layer may say of a row. */
final class PartsReader {

    private PartsReader() {}

    /** {@code keys} and those of this reader. */
    static Keys and(Keys keys) {
        return keys.optional("source", "confidence", "figures", "placement", "overflow", "notes");
    }

    static RowParts read(YamlMapping mapping, EvidenceReader around) {
        EvidenceReader here = around.in(mapping);
        return new RowParts(
                FiguresReader.read(mapping.at("figures"), here),
                PlacementReader.read(mapping.at("placement")),
                OverflowReader.byResource(mapping.at("overflow"), here),
                OverflowReader.other(mapping.at("overflow"), here),
                mapping.at("notes").list(each -> each.text("a sentence")));
    }
}
