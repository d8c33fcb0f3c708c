package io.heddle.controller.http.api;

import io.heddle.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The part of JSON Schema that openapi.yaml uses; a keyword that it does not know is a fault too. */
final class SchemaFaults {

    private static final List<String> KNOWN = List.of(
            "type",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "enum",
            "const",
            "pattern",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "$ref");

    private final Map<?, ?> document;
    private final List<String> faults = new ArrayList<>();

    private SchemaFaults(Map<?, ?> document) {
        this.document = document;
    }

    /** What is wrong with a value. */
    static List<String> of(Map<?, ?> document, Object schema, Json value) {
        SchemaFaults faults = new SchemaFaults(document);
        faults.check("", value, (Map<?, ?>) schema);
        return faults.faults;
    }

    /** What a reference stands for, or the thing itself. */
    static Map<?, ?> resolve(Map<?, ?> document, Map<?, ?> thing) {
        if (!(thing.get("$ref") instanceof String reference)) {
            return thing;
        }
        Map<?, ?> at = document;
        for (String each : reference.substring(2).split("/", -1)) {
            if (!(at.get(each) instanceof Map<?, ?> next)) {
                throw new IllegalArgumentException("nothing at " + reference);
            }
            at = next;
        }
        return at;
    }

    private void check(String at, Json value, Map<?, ?> reference) {
        Map<?, ?> schema = resolve(document, reference);
        schema.keySet().stream()
                .filter(each -> !KNOWN.contains(each))
                .forEach(each -> faults.add(at + ": the checker does not know " + each));
        if (schema.get("type") instanceof String type && !isOf(type, value)) {
            faults.add(at + ": " + value.kind() + " instead of " + type);
            return;
        }
        if (schema.get("enum") instanceof List<?> words && words.stream().noneMatch(each -> same(each, value))) {
            faults.add(at + ": " + value + " is none of " + words);
        }
        if (schema.containsKey("const") && !same(schema.get("const"), value)) {
            faults.add(at + ": " + value + " is not " + schema.get("const"));
        }
        switch (value) {
            case Json.Members object -> members(at, object, schema);
            case Json.Items array -> items(at, array, schema);
            case Json.Text text -> {
                if (schema.get("pattern") instanceof String pattern
                        && !Pattern.compile(pattern).matcher(text.value()).find()) {
                    faults.add(at + ": '" + text.value() + "' is not of " + pattern);
                }
            }
            case Json.Numeral number -> {
                double exact = number.value().doubleValue();
                if ((schema.get("minimum") instanceof Number least && exact < least.doubleValue())
                        || (schema.get("maximum") instanceof Number most && exact > most.doubleValue())) {
                    faults.add(at + ": " + number + " is outside");
                }
            }
            case Json.Bool _, Json.Null _ -> {}
        }
    }

    private void members(String at, Json.Members object, Map<?, ?> schema) {
        Map<?, ?> known = schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        object.members().forEach((name, each) -> {
            if (known.get(name) instanceof Map<?, ?> own) {
                check(at + "/" + name, each, own);
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                faults.add(at + "/" + name + ": not in the schema");
            }
        });
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(each -> !object.members().containsKey(each))
                    .forEach(each -> faults.add(at + "/" + each + ": missing"));
        }
    }

    private void items(String at, Json.Items array, Map<?, ?> schema) {
        int size = array.items().size();
        if ((schema.get("minItems") instanceof Integer least && size < least)
                || (schema.get("maxItems") instanceof Integer most && size > most)) {
            faults.add(at + ": " + size + " items");
        }
        if (schema.get("items") instanceof Map<?, ?> each) {
            for (int i = 0; i < size; i++) {
                check(at + "/" + i, array.items().get(i), each);
            }
        }
    }

    private static boolean same(Object word, Json value) {
        return value instanceof Json.Text text
                ? text.value().equals(word)
                : value.toString().equals(String.valueOf(word));
    }

    private static boolean isOf(String type, Json value) {
        return switch (type) {
            case "object" -> value instanceof Json.Members;
            case "array" -> value instanceof Json.Items;
            case "string" -> value instanceof Json.Text;
            case "boolean" -> value instanceof Json.Bool;
            case "number" -> value instanceof Json.Numeral;
            case "integer" ->
                value instanceof Json.Numeral number
                        && number.value().stripTrailingZeros().scale() <= 0;
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}
