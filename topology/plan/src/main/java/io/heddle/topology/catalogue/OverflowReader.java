package io.heddle.topology.catalogue;

import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Restart;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code overflow}: what happens when a resource is full, and under {@code other} for all that are not named. */
final class OverflowReader {

    static final Keys KEYS =
            Keys.required("action", "what").optional("source", "confidence", "restart", "packets-per-second");

    /** In seconds. */
    static final Keys RESTART = Keys.required("after", "starts", "within");

    private static final int DAY = 24 * 60 * 60;
    private static final int MOST_STARTS = 1_000;

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
        Optional<Restart> restart = restart(mapping.at("restart"));
        OptionalInt rate = mapping.at("packets-per-second").integer(1, Integer.MAX_VALUE);
        if (action.isEmpty()
                || what.isEmpty()
                || isOutOfPlace(mapping, "restart", action.get(), Overflow.Action.CRASH)
                || isOutOfPlace(mapping, "packets-per-second", action.get(), Overflow.Action.PUNT_TO_CPU)) {
            return Optional.empty();
        }
        return Optional.of(new Overflow(action.get(), what.get(), around.of(mapping), restart, rate));
    }

    private static boolean isOutOfPlace(
            YamlMapping mapping, String key, Overflow.Action action, Overflow.Action belongs) {
        boolean wrong = action != belongs && mapping.has(key);
        if (wrong) {
            mapping.at(key).wrong("'" + key + "' of the action " + action, "it under the action " + belongs + " alone");
        }
        return wrong;
    }

    private static Optional<Restart> restart(YamlNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        YamlMapping mapping = node.mapping(RESTART);
        OptionalInt after = mapping.at("after").integer(0, DAY);
        OptionalInt starts = mapping.at("starts").integer(1, MOST_STARTS);
        OptionalInt within = mapping.at("within").integer(1, DAY);
        return after.isPresent() && starts.isPresent() && within.isPresent()
                ? Optional.of(new Restart(
                        Duration.ofSeconds(after.getAsInt()), starts.getAsInt(), Duration.ofSeconds(within.getAsInt())))
                : Optional.empty();
    }
}
