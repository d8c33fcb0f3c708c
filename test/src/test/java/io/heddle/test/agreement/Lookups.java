package io.heddle.test.agreement;

import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.List;
import java.util.Optional;

/** Whether looking up finds what listing shows. */
final class Lookups {

    private Lookups() {}

    static Optional<String> firstWrong(SwitchTables tables) {
        ExplicitTables listed = ExplicitTables.copyOf(tables);
        for (RouteEntry each : listed.routeSet()) {
            Optional<RouteEntry> found = tables.route(each.vrf(), each.prefix());
            if (!found.equals(Optional.of(each))) {
                return Optional.of("looking up a route\n  expected " + each + "\n  found    " + found);
            }
        }
        for (FdbEntry each : listed.macSet()) {
            Optional<FdbEntry> found = tables.mac(each.vlan(), each.mac());
            if (!found.equals(Optional.of(each))) {
                return Optional.of("looking up a MAC\n  expected " + each + "\n  found    " + found);
            }
        }
        List<?> vteps = tables.remoteVteps().toList();
        return vteps.equals(listed.remoteVteps().toList())
                ? Optional.empty()
                : Optional.of("remote VTEPs\n  expected " + listed.remoteVteps().toList() + "\n  found    " + vteps);
    }
}
