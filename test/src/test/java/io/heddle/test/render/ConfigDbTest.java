package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.heddle.render.target.Target;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SONiC's configuration keeps the rules of {@code sonic-tables.txt}, references between tables included. */
class ConfigDbTest {

    private static final ConfigDbTables RULES = new ConfigDbTables(Rendered.lines("sonic-tables.txt"));

    @ParameterizedTest
    @CsvSource({
        "evpn-symmetric, mlag-anycast-and-primary",
        "evpn-symmetric, mlag-anycast",
        "evpn-asymmetric, mlag-anycast",
        "evpn-l2, ethernet-segment",
        "plain-ebgp, mlag-anycast",
        "calico-as-per-server, mlag-anycast"
    })
    void everyDesignKeepsTheRules(String design, String pairs) throws IOException {
        Map<String, String> files = Rendered.files(
                Rendered.plan(
                        "overlay.yaml",
                        "design=" + design,
                        "fabric.generate.pair-mode=" + pairs,
                        "fabric.generate.spine=nvidia-sn3700/sonic/default"),
                Target.SONIC);
        int seen = 0;
        for (Map.Entry<String, String> each : files.entrySet()) {
            if (each.getKey().endsWith("config_db.json")) {
                seen++;
                assertThat(RULES.faults(parsed(each.getValue())))
                        .as(each.getKey())
                        .isEmpty();
            }
        }
        assertThat(seen).isEqualTo(6);
    }

    @Test
    void whatBreaksARuleIsFound() throws IOException {
        assertThat(RULES.faults(parsed("""
                {"PORT": {"Ethernet0": {"admin_status": "on", "lanes": "1"}},
                 "VLAN": {"Vlan1": {"vlanid": "1"}, "Vlan2": {}},
                 "VLAN_MEMBER": {"Vlan2|Ethernet4": {"tagging_mode": "tagged"}}}
                """)))
                .containsExactlyInAnyOrder(
                        "PORT Ethernet0: admin_status may not be on",
                        "PORT Ethernet0 may not have lanes",
                        "VLAN may not have the key Vlan1",
                        "VLAN Vlan2 has no vlanid",
                        "VLAN_MEMBER may not have the key Vlan2|Ethernet4");
    }

    /** Tables, keys and fields. Anything deeper, or twice, fails. */
    private static Map<String, Map<String, Map<String, String>>> parsed(String json) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        Map<String, Map<String, Map<String, String>>> db = new LinkedHashMap<>();
        try (JsonParser parser = factory.createParser(json)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Map<String, Map<String, String>> rows = new LinkedHashMap<>();
                db.put(parser.currentName(), rows);
                assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    Map<String, String> fields = new LinkedHashMap<>();
                    rows.put(parser.currentName(), fields);
                    assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String field = parser.currentName();
                        assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
                        fields.put(field, parser.getText());
                    }
                }
            }
            assertThat(parser.nextToken()).isNull();
        }
        return db;
    }
}
