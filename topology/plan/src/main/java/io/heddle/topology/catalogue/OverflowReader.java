package io.heddle.topology.catalogue;

import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code overflow}: what happens when a resource is full, and under {@code other} for all that are not named. */
final class OverflowReader {

    static final Keys KEYS = Keys.required("action", "what").optional("source", "confidence");

    static final String OTHER = "other";

    private OverflowReader() {}

    static Map<Resource, Overflow> byResource(YamlNode node, EvidenceReader around) {
        Map<Resource, Overflow> read = new EnumMap<>(Resource.class);
        for (YamlEntry each : node.entries()) {
            if (!each.key().text("a resource").equals(Optional.of(OTHER))) {
                Optional<Resource> resource = each.key().oneOf(Resource.values());
                Optional<Overflow> overflow = one(each.value(), around);
                if (resource.isPresent() && overflow.isPresent()) {
                    read.put(resource.get(), overflow.get());
                }
            }
        }
        return read;
    }

    static Optional<Overflow> other(YamlNode node, EvidenceReader around) {
        return node.isMapping() && node.peek(OTHER).isPresent() ? one(node.peek(OTHER), around) : Optional.empty();
    }

    private static Optional<Overflow> one(YamlNode node, EvidenceReader around) {
        YamlMapping mapping = node.mapping(KEYS);
        Optional<Overflow.Action> action = mapping.at("action").oneOf(Overflow.Action.values());
        Optional<String> what = mapping.at("what").text("what an operator sees");
        return action.isPresent() && what.isPresent()
                ? Optional.of(new Overflow(action.get(), what.get(), around.of(mapping)))
                : Optional.empty();
    }
}
