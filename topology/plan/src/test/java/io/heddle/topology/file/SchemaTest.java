package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published schemas know the keys, required keys and words that the readers know, no more and no fewer. */
class SchemaTest {

    private static final YamlNode FABRIC = schema("fabric-1");
    private static final YamlNode PARTS = schema("parts-1");

    private static final Map<String, Keys> FABRIC_KEYS = new TreeMap<>(Map.ofEntries(
            Map.entry("written", WrittenReader.FABRIC),
            Map.entry("generated", GenerateReader.FABRIC),
            Map.entry("network", NetworkReader.NETWORK),
            Map.entry("vrf", NetworkReader.VRF),
            Map.entry("port", PortReader.PORT),
            Map.entry("switch", SwitchReader.SWITCH),
            Map.entry("node", NodeReader.NODE),
            Map.entry("card", NodeReader.CARD),
            Map.entry("port-networks", NodeReader.PORT_NETWORKS),
            Map.entry("bond", BondReader.BOND),
            Map.entry("lacp", Words.LACP),
            Map.entry("exit", ExitReader.EXIT),
            Map.entry("mlag-pair", JoinReader.PAIR),
            Map.entry("ethernet-segment", JoinReader.SEGMENT),
            Map.entry("node-group", NodeGroupReader.GROUP),
            Map.entry("generated-card", NodeGroupReader.CARD),
            Map.entry("generated-exit", ClosReader.EXIT),
            Map.entry("rack-pair", ClosReader.RACK_PAIR),
            Map.entry("clos-2", ClosReader.TWO_TIERS),
            Map.entry("clos-3", ClosReader.THREE_TIERS),
            Map.entry("rail-optimised", RailReader.RAIL)));

    private static final Map<String, Keys> PARTS_KEYS = Map.of(
            "ipam", IpamReader.IPAM, "masquerade", MasqueradeReader.RULE, "pods", PodReader.PODS, "pod", PodReader.POD);

    private static YamlNode schema(String name) {
        Problems problems = new Problems();
        // JSON is YAML: the schema is read by what it describes.
        YamlNode root =
                YamlDocument.read(name, Documentation.text("schema/" + name + ".schema.json"), List.of(), problems);
        assertThat(problems).hasToString("");
        return root;
    }

    private static YamlNode at(YamlNode from, String... keys) {
        YamlNode node = from;
        for (String each : keys) {
            node = node.peek(each);
        }
        return node;
    }

    private static Set<String> words(YamlNode list) {
        return new HashSet<>(list.list(each -> each.text("a word")));
    }

    /** The definitions that close their keys; all must be compared. */
    private static Set<String> closed(YamlNode schema) {
        Set<String> names = new HashSet<>();
        for (YamlEntry each : schema.peek("$defs").entries()) {
            if (each.value().peek("properties").isPresent()
                    && each.value().peek("additionalProperties").isPresent()) {
                names.add(each.key().text("a name").orElseThrow());
            }
        }
        return names;
    }

    private static void compare(YamlNode schema, Map<String, Keys> expected) {
        assertThat(closed(schema)).isEqualTo(expected.keySet());
        expected.forEach((name, keys) -> {
            YamlNode definition = at(schema, "$defs", name);
            Set<String> properties = new HashSet<>();
            definition
                    .peek("properties")
                    .entries()
                    .forEach(each -> properties.add(each.key().text("a key").orElseThrow()));
            assertThat(properties).as(name).isEqualTo(keys.all());
            assertThat(words(definition.peek("required"))).as(name).isEqualTo(keys.required());
            assertThat(definition.peek("additionalProperties").bool(true))
                    .as(name)
                    .isFalse();
        });
    }

    @Test
    void theFabricSchemaHasTheKeysOfTheReaders() {
        compare(FABRIC, FABRIC_KEYS);
    }

    @Test
    void theSharedPartsHaveTheKeysOfTheReaders() {
        compare(PARTS, PARTS_KEYS);
    }

    private static Set<String> texts(Object[] values) {
        return new HashSet<>(Stream.of(values).map(String::valueOf).toList());
    }

    @Test
    void theWordsAreThoseOfTheModel() {
        assertThat(words(at(FABRIC, "$defs", "switch", "properties", "role", "enum")))
                .isEqualTo(texts(SwitchRole.values()));
        assertThat(words(at(FABRIC, "$defs", "node", "properties", "attachment", "enum")))
                .isEqualTo(texts(Attachment.values()));
        assertThat(words(at(FABRIC, "$defs", "clos-3", "properties", "pair-mode", "enum")))
                .isEqualTo(texts(PairMode.values()));
        assertThat(words(at(FABRIC, "$defs", "generate", "properties", "kind", "enum")))
                .isEqualTo(texts(GeneratorKind.values()));
        assertThat(at(FABRIC, "$defs", "written", "properties", "heddle", "const")
                        .text("a format"))
                .contains(FabricReader.FORMAT.toString());
    }

    @Test
    void theLimitsAreThoseOfTheReaders() {
        assertThat(maximum("clos-2", "racks")).isEqualTo(Sizes.RACKS);
        assertThat(maximum("clos-3", "super-spines-per-plane")).isEqualTo(Sizes.SWITCHES_OF_A_KIND);
        assertThat(maximum("clos-3", "links-per-super-spine")).isEqualTo(Sizes.CABLES_BETWEEN_TWO);
        assertThat(maximum("node-group", "count")).isEqualTo(Sizes.NODES_A_RACK);
        assertThat(maximum("node-group", "gpus")).isEqualTo(Sizes.GPUS);
        assertThat(maximum("generated-card", "ports")).isEqualTo(Sizes.PORTS_OF_A_CARD);
        assertThat(maximum("rail-optimised", "rails")).isEqualTo(Sizes.CARDS);
        assertThat(at(PARTS, "$defs", "pods", "properties", "per-node", "maximum")
                        .integer(0, Integer.MAX_VALUE, 0))
                .isEqualTo(Sizes.PODS_A_NODE);
    }

    private static int maximum(String definition, String key) {
        return at(FABRIC, "$defs", definition, "properties", key, "maximum").integer(0, Integer.MAX_VALUE, 0);
    }
}
