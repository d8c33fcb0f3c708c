package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;
import java.util.List;
import java.util.Map;

/** Operations of a transaction (RFC 7047 section 5.2). */
final class Operations {

    private Operations() {}

    /** Section 5.2.1; the rest of the transaction calls the row {@code name}. */
    static Json insert(WantedRow row, Map<Column, Value> more, String name) {
        Json.Members values = row.values();
        for (Map.Entry<Column, Value> each : more.entrySet()) {
            values = values.with(each.getKey().toString(), each.getKey().write(each.getValue()));
        }
        return operation("insert", row.table()).with("row", values).with("uuid-name", Json.text(name));
    }

    /** Section 5.2.3. */
    static Json update(Row row, Map<Column, Value> values) {
        Table table = values.keySet().iterator().next().table();
        return on("update", table, row).with("row", new WantedRow(table, "", values).values());
    }

    /** Section 5.2.4, of one column. */
    static Json mutate(Row row, Column column, String mutator, Json operand) {
        Json mutation = Json.items(List.of(Json.text(column), Json.text(mutator), operand));
        return on("mutate", column.table(), row).with("mutations", Json.items(List.of(mutation)));
    }

    /** Takes members into a set ({@code insert}) or out of it ({@code delete}). */
    static Json member(Row row, Column column, String mutator, List<String> members) {
        return mutate(row, column, mutator, column.write(new Value.Atoms(members)));
    }

    private static Json.Members on(String operation, Table table, Row row) {
        Json uuid = Json.items(List.of(Json.text("uuid"), Json.text(row.uuid())));
        Json clause = Json.items(List.of(Json.text("_uuid"), Json.text("=="), uuid));
        return operation(operation, table).with("where", Json.items(List.of(clause)));
    }

    private static Json.Members operation(String name, Table table) {
        return Json.Members.EMPTY.with("op", Json.text(name)).with("table", Json.text(table));
    }
}
