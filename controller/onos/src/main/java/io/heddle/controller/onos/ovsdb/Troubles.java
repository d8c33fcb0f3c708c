package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.ovsdb.SwitchSetup.WantedPort;
import java.util.ArrayList;
import java.util.List;

/** What the database holds as wanted and the switch does not do: interfaces that it cannot open, LACP partners that do not answer. */
final class Troubles {

    private Troubles() {}

    static List<String> of(SwitchSetup setup, Replica held) {
        List<String> troubles = new ArrayList<>();
        for (WantedPort port : setup.ports()) {
            boolean lacp = Value.of("active").equals(port.port().columns().get(Column.PORT_LACP));
            for (WantedRow each : port.interfaces()) {
                held.named(Column.INTERFACE_NAME, each.name()).ifPresent(row -> {
                    row.text(Column.INTERFACE_ERROR)
                            .ifPresent(error -> troubles.add("interface " + each.name() + ": " + Excerpt.of(error)));
                    if (lacp && !row.atoms(Column.INTERFACE_LACP).contains("true")) {
                        troubles.add("bond " + port.port().name() + ": " + each.name() + " has no LACP partner");
                    }
                });
            }
        }
        held.root().filter(Troubles::isBehind).ifPresent(_ -> troubles.add("the switch has not done yet what was set"));
        return troubles;
    }

    private static boolean isBehind(Row root) {
        return number(root, Column.ROOT_CURRENT) < number(root, Column.ROOT_NEXT);
    }

    private static long number(Row root, Column column) {
        return root.text(column).map(Long::parseLong).orElse(0L);
    }
}
