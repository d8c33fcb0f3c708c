package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns that are looked at, with what the schema allows in them. */
enum Column {
    ROOT_BRIDGES(Table.ROOT, "bridges", Shape.ROWS),
    ROOT_NEXT(Table.ROOT, "next_cfg", Shape.NUMBERS),
    ROOT_CURRENT(Table.ROOT, "cur_cfg", Shape.NUMBERS),

    BRIDGE_NAME(Table.BRIDGE, "name", Shape.TEXTS),
    BRIDGE_PORTS(Table.BRIDGE, "ports", Shape.ROWS),
    BRIDGE_CONTROLLER(Table.BRIDGE, "controller", Shape.ROWS),
    BRIDGE_DATAPATH(Table.BRIDGE, "datapath_type", Shape.TEXTS),
    BRIDGE_FAIL_MODE(Table.BRIDGE, "fail_mode", Shape.TEXTS),
    BRIDGE_PROTOCOLS(Table.BRIDGE, "protocols", Shape.TEXTS),
    BRIDGE_OTHER(Table.BRIDGE, "other_config", Shape.PAIRS),
    BRIDGE_IDS(Table.BRIDGE, "external_ids", Shape.PAIRS),

    PORT_NAME(Table.PORT, "name", Shape.TEXTS),
    PORT_INTERFACES(Table.PORT, "interfaces", Shape.ROWS),
    PORT_TAG(Table.PORT, "tag", Shape.NUMBERS),
    PORT_TRUNKS(Table.PORT, "trunks", Shape.NUMBERS),
    PORT_VLAN_MODE(Table.PORT, "vlan_mode", Shape.TEXTS),
    PORT_LACP(Table.PORT, "lacp", Shape.TEXTS),
    PORT_BOND_MODE(Table.PORT, "bond_mode", Shape.TEXTS),
    PORT_OTHER(Table.PORT, "other_config", Shape.PAIRS),
    PORT_IDS(Table.PORT, "external_ids", Shape.PAIRS),

    INTERFACE_NAME(Table.INTERFACE, "name", Shape.TEXTS),
    INTERFACE_TYPE(Table.INTERFACE, "type", Shape.TEXTS),
    INTERFACE_OPTIONS(Table.INTERFACE, "options", Shape.PAIRS),
    INTERFACE_NUMBER(Table.INTERFACE, "ofport_request", Shape.NUMBERS),
    INTERFACE_OTHER(Table.INTERFACE, "other_config", Shape.PAIRS),
    INTERFACE_ERROR(Table.INTERFACE, "error", Shape.TEXTS),
    INTERFACE_LACP(Table.INTERFACE, "lacp_current", Shape.FLAGS),

    CONTROLLER_TARGET(Table.CONTROLLER, "target", Shape.TEXTS),
    CONTROLLER_MODE(Table.CONTROLLER, "connection_mode", Shape.TEXTS),
    CONTROLLER_BACKOFF(Table.CONTROLLER, "max_backoff", Shape.NUMBERS);

    private final Table table;
    private final String text;
    private final Shape shape;

    Column(Table table, String text, Shape shape) {
        this.table = table;
        this.text = text;
        this.shape = shape;
    }

    static Optional<Column> of(Table table, String text) {
        return Stream.of(values())
                .filter(each -> each.table == table && each.text.equals(text))
                .findFirst();
    }

    Table table() {
        return table;
    }

    /** Others may write here too: their keys stay. */
    boolean isShared() {
        return this == BRIDGE_OTHER || this == BRIDGE_IDS || this == PORT_IDS;
    }

    /** What is there when nothing was said of it. */
    Value nothing() {
        return shape == Shape.PAIRS ? Value.Pairs.NONE : Value.Atoms.NONE;
    }

    /** Reads a value (RFC 7047 section 5.1). */
    Value read(Json json) throws BadMessage {
        return shape.read(table + "." + text, json);
    }

    Json write(Value value) {
        return shape.write(value);
    }

    /** As the schema has it. */
    @Override
    public String toString() {
        return text;
    }
}
