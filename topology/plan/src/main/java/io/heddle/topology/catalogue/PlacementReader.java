package io.heddle.topology.catalogue;

import io.heddle.model.device.Evidence;
import io.heddle.model.device.Placement;
import io.heddle.model.device.Resource;
import io.heddle.model.tables.EntryKind;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads {@code placement}: which resources an entry of a kind takes. */
final class PlacementReader {

    static final Keys KEYS = Keys.of("source", "confidence", "entries", "alternatives");
    static final Keys ALTERNATIVE = Keys.required("name").optional("entries");

    private static final int MOST = 1000;

    private static final List<String> KINDS =
            Stream.of(EntryKind.values()).map(PlacementReader::word).toList();

    private PlacementReader() {}

    static PlacementPart read(YamlNode node) {
        if (!node.isPresent()) {
            return PlacementPart.NONE;
        }
        YamlMapping mapping = node.mapping(KEYS);
        Optional<Evidence> evidence = mapping.has("source") || mapping.has("confidence")
                ? Optional.of(EvidenceReader.NONE.of(mapping))
                : Optional.empty();
        return new PlacementPart(
                evidence,
                entries(mapping.at("entries")),
                mapping.at("alternatives").list(PlacementReader::alternative));
    }

    private static Optional<PlacementPart.Alternative> alternative(YamlNode node) {
        YamlMapping mapping = node.mapping(ALTERNATIVE);
        Map<EntryKind, List<Placement.Take>> changes = entries(mapping.at("entries"));
        return mapping.at("name").text("a name").map(name -> new PlacementPart.Alternative(name, changes));
    }

    private static Map<EntryKind, List<Placement.Take>> entries(YamlNode node) {
        Map<EntryKind, List<Placement.Take>> read = new EnumMap<>(EntryKind.class);
        for (YamlEntry each : node.entries()) {
            Optional<EntryKind> kind = kind(each.key());
            List<Placement.Take> takes = takes(each.value());
            if (takes.isEmpty()) {
                each.value().wrong(each.value().describe(), "resources and how many of each, such as {ipv4_route: 1}");
            } else if (kind.isPresent()) {
                read.put(kind.get(), takes);
            }
        }
        return read;
    }

    private static List<Placement.Take> takes(YamlNode node) {
        List<Placement.Take> takes = new ArrayList<>();
        for (YamlEntry each : node.entries()) {
            Optional<Resource> resource = each.key().oneOf(Resource.values());
            OptionalInt count = each.value().integer(1, MOST);
            if (resource.isPresent() && count.isPresent()) {
                takes.add(new Placement.Take(resource.get(), count.getAsInt()));
            }
        }
        return takes;
    }

    private static Optional<EntryKind> kind(YamlNode key) {
        Optional<String> text = key.text("a kind of entry");
        int at = text.map(KINDS::indexOf).orElse(-1);
        if (at < 0) {
            text.flatMap(each -> Nearest.to(each, KINDS))
                    .ifPresentOrElse(
                            near -> key.wrong(key.describe(), "a kind of entry", "did you mean '" + near + "'?"),
                            () -> key.wrong(key.describe(), "one of " + String.join(", ", KINDS)));
            return Optional.empty();
        }
        return Optional.of(EntryKind.values()[at]);
    }

    /** The form of a kind in files: {@code host-route-v4}. */
    static String word(EntryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
