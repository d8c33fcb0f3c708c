package io.heddle.topology.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/designs.md} and the published schema say what the reader does. */
class DesignDocumentTest {

    private static final Path DOCS = Path.of("..", "..", "docs");

    @Test
    void everyDesignIsDescribed() throws IOException {
        String text = Files.readString(DOCS.resolve("designs.md"));
        for (String each : Designs.names()) {
            assertThat(text).contains(each.endsWith("-bridged-pods") ? "`" + each + "`" : "\n## " + each + "\n");
        }
    }

    @Test
    void everyExampleIsADesign() throws IOException {
        List<String> examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve("designs.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(11);
        assertThat(examples)
                .allSatisfy(each -> assertThat(DesignTexts.read(each).name()).isNotBlank());
    }

    private static YamlNode definitions() throws IOException {
        Problems problems = new Problems();
        // JSON is YAML.
        YamlNode root = YamlDocument.read(
                "schema", Files.readString(DOCS.resolve("schema/design-1.schema.json")), List.of(), problems);
        assertThat(problems).hasToString("");
        return root.peek("$defs");
    }

    @Test
    void theSchemaHasTheKeysOfTheReader() throws IOException {
        Map<String, Keys> readers = Map.of(
                "design", DesignReader.KEYS,
                "links", DesignReader.LINKS,
                "overlay", DesignReader.OVERLAY,
                "pods", DesignReader.PODS,
                "asn", DesignReader.ASN,
                "originations", DesignReader.ORIGINATIONS,
                "policy", PolicyReader.POLICY,
                "term", PolicyReader.TERM,
                "match", PolicyReader.MATCH,
                "action", PolicyReader.ACTION);
        for (Map.Entry<String, Keys> each : readers.entrySet()) {
            YamlNode definition = definitions().peek(each.getKey());
            assertThat(keys(definition.peek("properties")))
                    .as(each.getKey())
                    .isEqualTo(each.getValue().all());
            assertThat(words(definition.peek("required")))
                    .as(each.getKey())
                    .isEqualTo(each.getValue().required());
        }
        assertThat(keys(definitions().peek("side").peek("properties"))).isEqualTo(SessionReader.SIDE.all());
        assertThat(keys(definitions().peek("session").peek("properties"))).isEqualTo(SessionReader.COMMON.all());
    }

    @Test
    void theSchemaHasTheWordsOfTheReader() throws IOException {
        YamlNode design = definitions().peek("design").peek("properties");
        assertThat(words(definitions().peek("role").peek("enum"))).isEqualTo(texts(Role.values()));
        assertThat(words(definitions().peek("numbering").peek("enum"))).isEqualTo(texts(Numbering.values()));
        assertThat(words(design.peek("underlay").peek("enum"))).isEqualTo(texts(Underlay.values()));
        assertThat(words(design.peek("networks").peek("enum"))).isEqualTo(texts(NetworkScope.values()));
        assertThat(words(definitions().peek("originate").peek("items").peek("enum")))
                .isEqualTo(texts(Originate.values()));
        YamlNode session = definitions().peek("session").peek("properties");
        assertThat(words(session.peek("over").peek("enum"))).isEqualTo(texts(Over.values()));
        assertThat(words(session.peek("families").peek("items").peek("enum"))).isEqualTo(texts(SessionFamily.values()));
        YamlNode asn = definitions().peek("asn").peek("properties");
        assertThat(words(asn.peek("leafs").peek("enum"))).isEqualTo(texts(LeafAsn.values()));
        assertThat(words(asn.peek("nodes").peek("enum"))).isEqualTo(texts(NodeAsn.values()));
        YamlNode pods = definitions().peek("pods").peek("properties");
        assertThat(words(pods.peek("routes").peek("enum"))).isEqualTo(texts(PodRoutes.values()));
        assertThat(words(pods.peek("announcer").peek("enum"))).isEqualTo(texts(Announcer.values()));
    }

    private static Set<String> keys(YamlNode mapping) {
        Set<String> keys = new HashSet<>();
        for (YamlEntry each : mapping.entries()) {
            keys.add(each.key().text("a key").orElseThrow());
        }
        return keys;
    }

    private static Set<String> words(YamlNode list) {
        return new HashSet<>(list.list(each -> each.text("a word")));
    }

    private static Set<String> texts(Object[] values) {
        return new HashSet<>(Stream.of(values).map(String::valueOf).toList());
    }
}
