package io.heddle.controller.onos.ovsdb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of Open vSwitch's database that are looked at. */
enum Table {
    ROOT("Open_vSwitch"),
    BRIDGE("Bridge"),
    PORT("Port"),
    INTERFACE("Interface"),
    CONTROLLER("Controller");

    private final String text;

    Table(String text) {
        this.text = text;
    }

    static Optional<Table> of(String text) {
        return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    List<Column> columns() {
        return Stream.of(Column.values()).filter(each -> each.table() == this).toList();
    }

    /** As the schema has it. */
    @Override
    public String toString() {
        return text;
    }
}
