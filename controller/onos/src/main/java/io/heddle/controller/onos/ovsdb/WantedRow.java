package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What a row is to hold. Columns that are not named are left as they are. */
record WantedRow(Table table, String name, Map<Column, Value> columns) {

    WantedRow(Table table, String name, Map<Column, Value> columns) {
        this.table = table;
        this.name = name;
        Map<Column, Value> copy = new EnumMap<>(Column.class);
        copy.putAll(columns);
        this.columns = Collections.unmodifiableMap(copy);
    }

    Json.Members values() {
        Json.Members row = Json.Members.EMPTY;
        for (Map.Entry<Column, Value> each : columns.entrySet()) {
            row = row.with(each.getKey().toString(), each.getKey().write(each.getValue()));
        }
        return row;
    }

    /** What has to be written into {@code found} so that it holds all this. */
    Map<Column, Value> missingFrom(Row found) {
        Map<Column, Value> missing = new EnumMap<>(Column.class);
        columns.forEach((column, wanted) -> {
            Value actual = found.get(column);
            Value whole =
                    column.isShared() && wanted instanceof Value.Pairs ours && actual instanceof Value.Pairs theirs
                            ? ours.over(theirs)
                            : wanted;
            if (!whole.equals(actual)) {
                missing.put(column, whole);
            }
        });
        return missing;
    }
}
