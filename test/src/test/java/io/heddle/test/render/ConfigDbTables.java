package io.heddle.test.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of {@code sonic-tables.txt}: which tables, keys, fields and values a {@code config_db.json} may hold. */
final class ConfigDbTables {

    private record Field(String name, boolean needed, String value) {}

    private record Table(String name, List<String> key, List<Field> fields) {}

    private static final String ADDRESS = "[0-9.]+|[0-9a-f:]+";
    private static final String PREFIX = "[0-9.]+/[0-9]+|[0-9a-f:.]+/[0-9]+";

    private final List<Table> tables = new ArrayList<>();

    ConfigDbTables(List<String> rules) {
        for (String rule : rules) {
            if (rule.isBlank() || rule.startsWith("#")) {
                continue;
            }
            int gap = rule.strip().indexOf(' ');
            String name = rule.strip().substring(0, gap);
            String rest = rule.strip().substring(gap + 1);
            if (rule.startsWith(" ")) {
                boolean needed = name.endsWith("*");
                tables.getLast()
                        .fields()
                        .add(new Field(needed ? name.substring(0, name.length() - 1) : name, needed, rest));
            } else {
                tables.add(new Table(name, Arrays.asList(rest.split("\\|(?![^(]*\\))", -1)), new ArrayList<>()));
            }
        }
    }

    /** What breaks a rule, in words; nothing if all is well. */
    List<String> faults(Map<String, Map<String, Map<String, String>>> db) {
        List<String> faults = new ArrayList<>();
        db.forEach((name, rows) -> rows.forEach((key, fields) -> {
            List<Table> forms = tables.stream()
                    .filter(each -> each.name().equals(name) && keyFits(key, each.key(), db))
                    .toList();
            if (forms.isEmpty()) {
                faults.add(name + " may not have the key " + key);
            } else {
                faults.addAll(fieldFaults(name + " " + key, fields, forms.getFirst(), db));
            }
        }));
        return faults;
    }

    private static boolean keyFits(String key, List<String> form, Map<String, Map<String, Map<String, String>>> db) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != form.size()) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!valueFits(parts[i], form.get(i), db)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> fieldFaults(
            String row, Map<String, String> fields, Table table, Map<String, Map<String, Map<String, String>>> db) {
        List<String> faults = new ArrayList<>();
        Map<String, String> left = new LinkedHashMap<>(fields);
        for (Field field : table.fields()) {
            boolean found = left.entrySet().removeIf(each -> {
                boolean meant = each.getKey().matches(field.name());
                if (meant && !valueFits(each.getValue(), field.value(), db)) {
                    faults.add(row + ": " + each.getKey() + " may not be " + each.getValue());
                }
                return meant;
            });
            if (field.needed() && !found) {
                faults.add(row + " has no " + field.name());
            }
        }
        left.keySet().forEach(each -> faults.add(row + " may not have " + each));
        return faults;
    }

    private static boolean valueFits(String value, String form, Map<String, Map<String, Map<String, String>>> db) {
        if (form.startsWith("@")) {
            return Arrays.stream(form.substring(1).split(",", -1))
                    .anyMatch(each -> db.getOrDefault(each, Map.of()).containsKey(value));
        }
        return value.matches(form.equals("PREFIX") ? PREFIX : form.equals("ADDRESS") ? ADDRESS : form);
    }
}
