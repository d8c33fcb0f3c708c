package io.heddle.topology.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.device.Confidence;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.model.tables.EntryKind;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page and the JSON Schema follow the code. Run with {@code -Dheddle.test-jvm=-Dheddle.write-docs=true} to write the rows of the page anew.
 */
class CatalogueDocumentTest {

    private static final Path PAGE = Path.of("../../docs/device-catalogue.md");
    private static final Path SCHEMA = Path.of("../../docs/schema/device.schema.json");
    private static final String MARK = "<!-- Below this line the page is written by CatalogueDocumentTest. -->\n";

    @Test
    void thePageListsEveryRowAndSource() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(MARK) + MARK.length());
        String expected = head + "\n" + RowsAsMarkdown.of(DeviceCatalogue.builtIn());
        if (Boolean.getBoolean("heddle.write-docs")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    @Test
    void theSchemaHasTheKeysOfTheReader() {
        YamlNode schema = YamlDocument.read(SCHEMA, List.of(), new Problems());

        assertKeys(schema, DeviceReader.KEYS);
        YamlNode types = schema.peek("$defs");
        assertKeys(types.peek("profile"), DeviceReader.PROFILE);
        assertKeys(types.peek("ports"), PortsReader.PORTS);
        assertKeys(types.peek("portGroup"), PortsReader.GROUP);
        assertKeys(types.peek("portNames"), PortsReader.NAMES);
        assertKeys(types.peek("figures"), FiguresReader.KEYS);
        assertKeys(types.peek("placement"), PlacementReader.KEYS);
        assertKeys(types.peek("alternative"), PlacementReader.ALTERNATIVE);
        assertKeys(types.peek("overflow"), OverflowReader.KEYS);
        assertKeys(types.peek("restart"), OverflowReader.RESTART);
        assertWords(types.peek("confidence"), Confidence.values());
        assertWords(types.peek("action"), Overflow.Action.values());
        assertWords(types.peek("resource"), Resource.values());
        assertWords(
                types.peek("kind"),
                Stream.of(EntryKind.values()).map(PlacementReader::word).toArray());
    }

    private static void assertKeys(YamlNode type, Keys keys) {
        assertThat(type.peek("properties").entries().stream()
                        .map(YamlEntry::key)
                        .map(CatalogueDocumentTest::text))
                .containsExactlyInAnyOrderElementsOf(keys.all());
        assertThat(type.peek("required").list().stream().map(CatalogueDocumentTest::text))
                .containsExactlyInAnyOrderElementsOf(keys.required());
        assertThat(type.peek("additionalProperties").bool(true)).isFalse();
    }

    private static void assertWords(YamlNode type, Object[] values) {
        assertThat(type.peek("enum").list().stream().map(CatalogueDocumentTest::text))
                .containsExactly(Stream.of(values).map(Object::toString).toArray(String[]::new));
    }

    private static String text(YamlNode node) {
        return node.text("text").orElse("");
    }
}
