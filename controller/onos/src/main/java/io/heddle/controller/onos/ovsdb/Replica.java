package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a switch's database holds, as far as it is looked at. Single-threaded. */
final class Replica {

    /** Far above any switch's ports; a switch that names more is not believed. */
    static final int MOST_ROWS = 1 << 16;

    private final Map<Table, SortedMap<String, Row>> tables = new EnumMap<>(Table.class);

    Replica() {
        for (Table each : Table.values()) {
            tables.put(each, new TreeMap<>());
        }
    }

    /** What to ask {@code monitor} for: every column of every table that is looked at. */
    static Json request() {
        Json.Members request = Json.Members.EMPTY;
        for (Table table : Table.values()) {
            Json columns = Json.items(table.columns().stream().map(Json::text).toList());
            request = request.with(table.toString(), Json.Members.EMPTY.with("columns", columns));
        }
        return request;
    }

    /** Takes {@code <table-updates>} (RFC 7047 section 4.1.6), of the first answer or of a later update. */
    void apply(Json updates) throws BadMessage {
        for (Map.Entry<String, Json> each : members("table updates", updates).entrySet()) {
            Table table = Table.of(each.getKey())
                    .orElseThrow(() -> new BadMessage("an update of table " + Excerpt.of(each.getKey())
                            + ", expected one of those that were asked for"));
            for (Map.Entry<String, Json> row :
                    members(table.toString(), each.getValue()).entrySet()) {
                apply(table, row.getKey(), row.getValue());
            }
        }
    }

    private void apply(Table table, String uuid, Json update) throws BadMessage {
        SortedMap<String, Row> rows = rows(table);
        Json found = members(table + " " + Excerpt.of(uuid), update).get("new");
        if (found == null) {
            rows.remove(uuid);
            return;
        }
        Row before = rows.get(uuid);
        Map<Column, Value> columns = new EnumMap<>(Column.class);
        if (before != null) {
            columns.putAll(before.columns());
        }
        for (Map.Entry<String, Json> each : members(table.toString(), found).entrySet()) {
            Column column = Column.of(table, each.getKey())
                    .orElseThrow(() -> new BadMessage("an update of column " + table + "." + Excerpt.of(each.getKey())
                            + ", expected one of those that were asked for"));
            columns.put(column, column.read(each.getValue()));
        }
        rows.put(uuid, new Row(uuid, columns));
        if (rows.size() > MOST_ROWS) {
            throw new BadMessage("more than " + MOST_ROWS + " rows in table " + table);
        }
    }

    private static Map<String, Json> members(String where, Json json) throws BadMessage {
        if (json instanceof Json.Members(Map<String, Json> members)) {
            return members;
        }
        throw new BadMessage(where + ": found " + Excerpt.of(json) + ", expected an object");
    }

    private SortedMap<String, Row> rows(Table table) {
        SortedMap<String, Row> rows = tables.get(table);
        if (rows == null) {
            throw new IllegalStateException("no table " + table);
        }
        return rows;
    }

    Collection<Row> all(Table table) {
        return rows(table).values();
    }

    @Nullable
    Row find(Table table, String uuid) {
        return rows(table).get(uuid);
    }

    /** The first row whose {@code name} is this one; a name is that of one row by the schema. */
    Optional<Row> named(Column name, String text) {
        return all(name.table()).stream()
                .filter(each -> each.atoms(name).contains(text))
                .findFirst();
    }

    /** The single row of {@code Open_vSwitch}. */
    Optional<Row> root() {
        return all(Table.ROOT).stream().findFirst();
    }
}
