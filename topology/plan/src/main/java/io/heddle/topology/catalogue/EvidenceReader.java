package io.heddle.topology.catalogue;

import io.heddle.model.device.Confidence;
import io.heddle.model.device.Evidence;
import io.heddle.topology.yaml.YamlMapping;
import java.util.Optional;

/** Reads {@code source} and {@code confidence}, each of which an enclosing mapping may give for all. */
record EvidenceReader(Optional<String> source, Optional<Confidence> confidence) {

    static final EvidenceReader NONE = new EvidenceReader(Optional.empty(), Optional.empty());

    /** What a mapping says for itself and what is in it. */
    EvidenceReader in(YamlMapping mapping) {
        return new EvidenceReader(
                mapping.at("source")
                        .text("a source")
                        .filter(text -> !text.isBlank())
                        .or(() -> source),
                mapping.at("confidence").oneOf(Confidence.values()).or(() -> confidence));
    }

    /** The evidence that must be known by now. */
    Evidence of(YamlMapping mapping) {
        EvidenceReader here = in(mapping);
        if (here.source.isEmpty()) {
            mapping.node().wrong("no source", "where the numbers come from, here or further out");
        }
        if (here.confidence.isEmpty() && !mapping.has("confidence")) {
            mapping.node()
                    .wrong("no confidence", "documented, configured-by-nos, claimed or unknown, here or further out");
        }
        return new Evidence(here.source.orElse("?"), here.confidence.orElse(Confidence.UNKNOWN));
    }
}
