package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** A database that does what transactions say, slowly and plainly, without a schema: what is not referred to is gone. */
final class Database {

    private final Map<String, Map<String, Json.Members>> tables = new TreeMap<>();
    private int rows;

    Database() {
        tables.put(
                "Open_vSwitch",
                new TreeMap<>(Map.of(
                        "root",
                        Json.Members.EMPTY
                                .with("bridges", set(List.of()))
                                .with("next_cfg", Json.number(0))
                                .with("cur_cfg", Json.number(0)))));
    }

    static Json set(List<Json> items) {
        return Json.items(List.of(Json.text("set"), Json.items(items)));
    }

    /** What {@code monitor} answers. */
    Json tables() {
        Json.Members all = Json.Members.EMPTY;
        for (Map.Entry<String, Map<String, Json.Members>> table : tables.entrySet()) {
            Json.Members rowsOf = Json.Members.EMPTY;
            for (Map.Entry<String, Json.Members> row : table.getValue().entrySet()) {
                rowsOf = rowsOf.with(row.getKey(), Json.Members.EMPTY.with("new", row.getValue()));
            }
            all = all.with(table.getKey(), rowsOf);
        }
        return all;
    }

    Replica replica() throws BadMessage {
        Replica replica = new Replica();
        replica.apply(tables());
        return replica;
    }

    void transact(List<Json> operations) {
        Map<String, String> names = new HashMap<>();
        operations.forEach(each -> ((Json.Members) each)
                .get("uuid-name")
                .ifPresent(name -> names.put(((Json.Text) name).value(), "uuid-" + rows++)));
        operations.forEach(each -> execute((Json.Members) each, names));
    }

    private void execute(Json.Members operation, Map<String, String> names) {
        Map<String, Json.Members> table = tables.computeIfAbsent(text(operation, "table"), _ -> new TreeMap<>());
        switch (text(operation, "op")) {
            case "insert" ->
                table.put(Objects.requireNonNull(names.get(text(operation, "uuid-name"))), (Json.Members)
                        named(operation.get("row").orElseThrow(), names));
            case "update" -> {
                String uuid = where(operation);
                Json.Members row = Objects.requireNonNull(table.get(uuid));
                for (Map.Entry<String, Json> each : ((Json.Members)
                                operation.get("row").orElseThrow())
                        .members()
                        .entrySet()) {
                    row = row.with(each.getKey(), named(each.getValue(), names));
                }
                table.put(uuid, row);
            }
            case "mutate" -> {
                List<Json> mutation =
                        items(items(operation.get("mutations").orElseThrow()).getFirst());
                table.computeIfPresent(where(operation), (_, row) -> mutated(row, mutation, names));
            }
            default -> throw new AssertionError(operation.toString());
        }
    }

    private static Json.Members mutated(Json.Members row, List<Json> mutation, Map<String, String> names) {
        String column = ((Json.Text) mutation.getFirst()).value();
        String mutator = ((Json.Text) mutation.get(1)).value();
        if (mutator.equals("+=")) {
            return row.with(column, mutation.get(2));
        }
        List<String> members = new ArrayList<>(texts(row.get(column).orElse(set(List.of()))));
        List<String> changed = texts(named(mutation.get(2), names));
        if (mutator.equals("insert")) {
            members.addAll(changed);
        } else {
            members.removeAll(changed);
        }
        return row.with(
                column,
                set(new TreeSet<>(members)
                        .stream()
                                .<Json>map(each -> Json.items(List.of(Json.text("uuid"), Json.text(each))))
                                .toList()));
    }

    /** The UUIDs of a set of rows. */
    private static List<String> texts(Json set) {
        List<Json> items = items(set);
        return items.getFirst().equals(Json.text("set"))
                ? items(items.get(1)).stream()
                        .map(each -> ((Json.Text) items(each).get(1)).value())
                        .toList()
                : List.of(((Json.Text) items.get(1)).value());
    }

    private static Json named(Json json, Map<String, String> names) {
        return switch (json) {
            case Json.Items(List<Json> items)
            when items.size() == 2 && items.getFirst().equals(Json.text("named-uuid")) ->
                Json.items(List.of(
                        Json.text("uuid"),
                        Json.text(Objects.requireNonNull(names.get(((Json.Text) items.get(1)).value())))));
            case Json.Items(List<Json> items) ->
                Json.items(items.stream().map(each -> named(each, names)).toList());
            case Json.Members(Map<String, Json> members) -> {
                Json.Members copy = Json.Members.EMPTY;
                for (Map.Entry<String, Json> each : members.entrySet()) {
                    copy = copy.with(each.getKey(), named(each.getValue(), names));
                }
                yield copy;
            }
            case Json.Text _, Json.Numeral _, Json.Bool _, Json.Null _ -> json;
        };
    }

    private static String where(Json.Members operation) {
        return ((Json.Text)
                        items(items(items(operation.get("where").orElseThrow()).getFirst())
                                        .get(2))
                                .get(1))
                .value();
    }

    private static List<Json> items(Json json) {
        return ((Json.Items) json).items();
    }

    private static String text(Json.Members object, String name) {
        return ((Json.Text) object.get(name).orElseThrow()).value();
    }
}
