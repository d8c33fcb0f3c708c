package io.heddle.controller.onos.ovsdb;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A row as the switch says it is.
 *
 * @param uuid its name in the database
 */
record Row(String uuid, Map<Column, Value> columns) {

    Row(String uuid, Map<Column, Value> columns) {
        this.uuid = uuid;
        Map<Column, Value> copy = new EnumMap<>(Column.class);
        copy.putAll(columns);
        this.columns = Collections.unmodifiableMap(copy);
    }

    Value get(Column column) {
        return columns.getOrDefault(column, column.nothing());
    }

    /** The atoms of a column. */
    SortedSet<String> atoms(Column column) {
        return get(column) instanceof Value.Atoms(SortedSet<String> atoms) ? atoms : Value.Atoms.NONE.atoms();
    }

    /** The single text of a column, where there is one. */
    Optional<String> text(Column column) {
        return atoms(column).stream().findFirst();
    }
}
