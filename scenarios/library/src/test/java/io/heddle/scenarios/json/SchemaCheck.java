package io.heddle.scenarios.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of JSON Schema that our schema uses: types, required and further keys, enumerations, constants. */
final class SchemaCheck {

    private final List<String> wrong = new ArrayList<>();

    private SchemaCheck() {}

    static List<String> violations(Map<?, ?> schema, Map<?, ?> value) {
        SchemaCheck check = new SchemaCheck();
        check.check("$", schema, value);
        return check.wrong;
    }

    private void check(String path, Map<?, ?> schema, @Nullable Object value) {
        if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
            wrong.add(path + ": " + value + " is none of " + words);
        }
        if (schema.containsKey("const") && !String.valueOf(schema.get("const")).equals(value)) {
            wrong.add(path + ": " + value + " is not " + schema.get("const"));
        }
        Object type = schema.get("type");
        List<?> types = type instanceof List<?> several ? several : type == null ? List.of() : List.of(type);
        if (!types.isEmpty()
                && !types.contains(typeOf(value))
                && !(types.contains("number") && value instanceof Long)) {
            wrong.add(path + ": " + typeOf(value) + " is none of " + types);
        }
        if (value instanceof Map<?, ?> object) {
            object(path, schema, object);
        }
        if (value instanceof List<?> array && schema.get("items") instanceof Map<?, ?> items) {
            array.forEach(each -> check(path + "[]", items, each));
        }
    }

    private void object(String path, Map<?, ?> schema, Map<?, ?> object) {
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(key -> !object.containsKey(key))
                    .forEach(key -> wrong.add(path + ": " + key + " is missing"));
        }
        object.forEach((key, value) -> {
            if (properties.get(key) instanceof Map<?, ?> property) {
                check(path + "." + key, property, value);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> further) {
                check(path + "." + key, further, value);
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                wrong.add(path + ": " + key + " is not in the schema");
            }
        });
    }

    private static String typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String _ -> "string";
            case Long _ -> "integer";
            case Double _ -> "number";
            case Boolean _ -> "boolean";
            case List<?> _ -> "array";
            default -> "object";
        };
    }
}
