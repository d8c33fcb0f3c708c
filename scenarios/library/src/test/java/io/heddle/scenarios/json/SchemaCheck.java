package io.heddle.scenarios.json;

import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of JSON Schema that our schemas use for keys: properties, required, items, additionalProperties, oneOf, $ref, enum. */
final class SchemaCheck {

    private final YamlNode schema;
    private final List<String> faults = new ArrayList<>();

    SchemaCheck(YamlNode schema) {
        this.schema = schema;
    }

    List<String> faults(YamlNode value) {
        faults.clear();
        check(value, schema);
        return List.copyOf(faults);
    }

    private void check(YamlNode value, YamlNode by) {
        YamlNode rule = resolved(by);
        if (value.isMapping()) {
            mapping(value, rule);
        } else if (value.isList()) {
            value.list().forEach(each -> check(each, rule.peek("items")));
        } else if (rule.peek("enum").isPresent() && value.isScalar()) {
            String text = value.text("a value").orElse("");
            if (rule.peek("enum").list().stream()
                    .noneMatch(each -> each.text("a word").filter(text::equals).isPresent())) {
                faults.add(value.path() + ": '" + text + "' is not among the words of the schema");
            }
        }
    }

    private void mapping(YamlNode value, YamlNode rule) {
        Map<String, YamlNode> known = byKey(rule.peek("properties"));
        Map<String, YamlNode> given = byKey(value);
        YamlNode others = rule.peek("additionalProperties");
        given.forEach((key, each) -> {
            YamlNode own = known.get(key);
            if (own != null) {
                check(each, own);
            } else if (others.isMapping()) {
                check(each, others);
            } else {
                faults.add(value.path() + ": the schema has no key " + key);
            }
        });
        for (YamlNode each : rule.peek("required").list()) {
            String key = each.text("a key").orElse("");
            if (!given.containsKey(key)) {
                faults.add(value.path() + ": no key " + key);
            }
        }
    }

    private YamlNode resolved(YamlNode rule) {
        if (rule.peek("$ref").isPresent()) {
            String name = rule.peek("$ref").text("a reference").orElse("");
            return schema.peek("$defs").peek(name.substring(name.lastIndexOf('/') + 1));
        }
        return rule.peek("oneOf").isPresent()
                ? resolved(rule.peek("oneOf").list().getFirst())
                : rule;
    }

    private static Map<String, YamlNode> byKey(YamlNode node) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (YamlEntry each : node.isMapping() ? node.entries() : List.<YamlEntry>of()) {
            entries.put(each.key().text("a key").orElse(""), each.value());
        }
        return entries;
    }
}
