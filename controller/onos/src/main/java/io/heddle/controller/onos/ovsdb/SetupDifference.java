package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.ovsdb.SwitchSetup.WantedPort;
import io.heddle.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What has to be done so that a switch is set up as wanted: the operations of one transaction, in order, and the same for people. Sets that
 * others write too (bridges, a bridge's ports) are changed by the members that differ, never written whole.
 */
final class SetupDifference {

    private final SwitchSetup wanted;
    private final Replica found;
    private final List<Json> operations = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private int inserted;

    private SetupDifference(SwitchSetup wanted, Replica found) {
        this.wanted = wanted;
        this.found = found;
    }

    /**
     * A difference.
     *
     * @param operations of RFC 7047 section 5.2; none if nothing differs
     * @param reasons what differs, a line each
     * @param foreign ports of the bridge that are left alone
     */
    record Steps(List<Json> operations, List<String> reasons, List<String> foreign) {
        Steps {
            operations = List.copyOf(operations);
            reasons = List.copyOf(reasons);
            foreign = List.copyOf(foreign);
        }
    }

    static Steps between(SwitchSetup wanted, Replica found) {
        SetupDifference difference = new SetupDifference(wanted, found);
        difference.compare();
        return new Steps(difference.operations, difference.reasons, difference.foreign);
    }

    private void compare() {
        Optional<Row> root = found.root();
        if (root.isEmpty()) {
            reasons.add("the database has no row in Open_vSwitch: it was never initialised");
            return;
        }
        found.named(Column.BRIDGE_NAME, wanted.bridge().name())
                .ifPresentOrElse(this::existing, () -> missing(root.get()));
        if (!operations.isEmpty()) {
            // The switch raises cur_cfg to this once it has done what the transaction says.
            operations.add(Operations.mutate(root.get(), Column.ROOT_NEXT, "+=", Json.number(1)));
        }
    }

    private void missing(Row root) {
        reasons.add("bridge " + wanted.bridge().name() + " is missing");
        List<String> controllers = wanted.controllers().stream()
                .map(each -> insert(each, Map.of()))
                .toList();
        List<String> ports = wanted.ports().stream().map(this::insert).toList();
        String bridge = insert(
                wanted.bridge(),
                Map.of(
                        Column.BRIDGE_PORTS,
                        new Value.Atoms(ports),
                        Column.BRIDGE_CONTROLLER,
                        new Value.Atoms(controllers)));
        operations.add(Operations.member(root, Column.ROOT_BRIDGES, "insert", List.of(bridge)));
    }

    private String insert(WantedPort port) {
        List<String> interfaces =
                port.interfaces().stream().map(each -> insert(each, Map.of())).toList();
        return insert(port.port(), Map.of(Column.PORT_INTERFACES, new Value.Atoms(interfaces)));
    }

    private String insert(WantedRow row, Map<Column, Value> more) {
        String name = "row" + ++inserted;
        operations.add(Operations.insert(row, more, name));
        return Shape.NEW + name;
    }

    private void existing(Row bridge) {
        update(wanted.bridge(), bridge);
        controllers(bridge);
        ports(bridge);
    }

    private void update(WantedRow row, Row actual) {
        Map<Column, Value> missing = row.missingFrom(actual);
        if (!missing.isEmpty()) {
            operations.add(Operations.update(actual, missing));
            missing.forEach((column, value) -> reasons.add(row.table() + " " + row.name() + ": " + column + " is "
                    + Excerpt.of(actual.get(column).toString()) + ", wanted " + value));
        }
    }

    /** One row a controller: a row that is there stays, since a changed target would cut a session that works. */
    private void controllers(Row bridge) {
        List<Row> rows = rows(Table.CONTROLLER, bridge.atoms(Column.BRIDGE_CONTROLLER));
        List<String> uuids = new ArrayList<>();
        boolean missing = false;
        for (WantedRow each : wanted.controllers()) {
            Optional<Row> row = rows.stream()
                    .filter(have -> have.atoms(Column.CONTROLLER_TARGET).contains(each.name()))
                    .findFirst();
            row.ifPresent(have -> update(each, have));
            missing |= row.isEmpty();
            uuids.add(row.isPresent() ? row.get().uuid() : insert(each, Map.of()));
        }
        if (missing || uuids.size() != rows.size()) {
            reasons.add("bridge " + wanted.bridge().name() + " has "
                    + Excerpt.of(rows.stream()
                            .map(each -> each.text(Column.CONTROLLER_TARGET).orElse(""))
                            .sorted()
                            .toList()
                            .toString())
                    + " for controllers, wanted "
                    + wanted.controllers().stream().map(WantedRow::name).toList());
            operations.add(Operations.update(bridge, Map.of(Column.BRIDGE_CONTROLLER, new Value.Atoms(uuids))));
        }
    }

    private List<Row> rows(Table table, SortedSet<String> uuids) {
        List<Row> rows = new ArrayList<>();
        for (String each : uuids) {
            Row row = found.find(table, each);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void ports(Row bridge) {
        Map<String, WantedPort> byName = wanted.ports().stream()
                .collect(Collectors.toMap(each -> each.port().name(), each -> each));
        SortedSet<String> interfaces = new TreeSet<>();
        wanted.ports().forEach(port -> port.interfaces().forEach(each -> interfaces.add(each.name())));
        SortedSet<String> there = new TreeSet<>();
        List<String> gone = new ArrayList<>();
        for (Row port : rows(Table.PORT, bridge.atoms(Column.BRIDGE_PORTS))) {
            String name = port.text(Column.PORT_NAME).orElse("");
            WantedPort same = byName.get(name);
            if (same != null) {
                there.add(name);
                port(same, port);
            } else if (isTaken(port, interfaces) || isOurs(port)) {
                gone.add(port.uuid());
                reasons.add("port " + Excerpt.of(name) + " is there and is not wanted");
            } else {
                foreign.add(Excerpt.of(name));
            }
        }
        List<String> added = new ArrayList<>();
        for (WantedPort each : wanted.ports()) {
            if (!there.contains(each.port().name())) {
                reasons.add("port " + each.port().name() + " is missing");
                added.add(insert(each));
            }
        }
        if (!gone.isEmpty()) {
            operations.add(Operations.member(bridge, Column.BRIDGE_PORTS, "delete", gone));
        }
        if (!added.isEmpty()) {
            operations.add(Operations.member(bridge, Column.BRIDGE_PORTS, "insert", added));
        }
    }

    private static boolean isOurs(Row port) {
        return port.get(Column.PORT_IDS) instanceof Value.Pairs ids
                && ids.pairs().containsKey(SwitchSetup.MARK);
    }

    private boolean isTaken(Row port, Set<String> wantedInterfaces) {
        return rows(Table.INTERFACE, port.atoms(Column.PORT_INTERFACES)).stream()
                .anyMatch(each -> each.text(Column.INTERFACE_NAME)
                        .filter(wantedInterfaces::contains)
                        .isPresent());
    }

    private void port(WantedPort port, Row actual) {
        update(port.port(), actual);
        List<String> uuids = new ArrayList<>();
        boolean changed = false;
        for (WantedRow each : port.interfaces()) {
            Optional<Row> row = rows(Table.INTERFACE, actual.atoms(Column.PORT_INTERFACES)).stream()
                    .filter(have -> have.atoms(Column.INTERFACE_NAME).contains(each.name()))
                    .findFirst();
            if (row.isPresent()) {
                update(each, row.get());
                uuids.add(row.get().uuid());
            } else {
                reasons.add("port " + port.port().name() + ": interface " + each.name() + " is missing");
                uuids.add(insert(each, Map.of()));
                changed = true;
            }
        }
        if (changed || uuids.size() != actual.atoms(Column.PORT_INTERFACES).size()) {
            if (!changed) {
                reasons.add("port " + port.port().name() + " has further interfaces");
            }
            operations.add(Operations.update(actual, Map.of(Column.PORT_INTERFACES, new Value.Atoms(uuids))));
        }
    }
}
