package io.heddle.test.reference;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.test.fabrics.FabricCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reference's answer for a case as short text, so that a test reads like a table. */
final class Tables {

    private final Map<DeviceName, ExplicitTables> tables;

    private Tables(Map<DeviceName, ExplicitTables> tables) {
        this.tables = tables;
    }

    static Tables of(FabricCase each) {
        return new Tables(ReferenceSolver.solve(each.fabric(), each.config(), each.endpoints(), each.outage()));
    }

    boolean has(String device) {
        return tables.containsKey(DeviceName.of(device));
    }

    ExplicitTables of(String device) {
        return Optional.ofNullable(tables.get(DeviceName.of(device))).orElseThrow();
    }

    /** Such as {@code BGP_EXTERNAL to-s1 to-s2}, or {@code -}. */
    String route(String device, String prefix) {
        return route(device, VrfName.DEFAULT, prefix);
    }

    String route(String device, VrfName vrf, String prefix) {
        return of(device).route(vrf, Prefix.parse(prefix)).map(Tables::text).orElse("-");
    }

    List<String> macs(String device) {
        return of(device)
                .macs()
                .map(each -> each.vlan() + " " + each.mac() + " " + each.target())
                .toList();
    }

    /** Such as {@code 10.1.0.5 10.0.0.2}, the second the VTEP or {@code here}. */
    List<String> neighbors(String device, int vlan) {
        return of(device)
                .neighbors()
                .filter(each -> each.vlan().equals(new VlanId(vlan)))
                .map(each -> each.address() + " "
                        + each.vtep().map(IpAddress::toString).orElse("here"))
                .toList();
    }

    List<String> flood(String device) {
        return of(device)
                .floodList()
                .map(each -> each.vni() + " " + each.vtep())
                .toList();
    }

    private static String text(RouteEntry route) {
        StringBuilder text = new StringBuilder(route.source().name());
        for (NextHop each : route.nextHops()) {
            text.append(' ')
                    .append(
                            switch (each) {
                                case NextHop.Local _ -> "local";
                                case NextHop.Discard _ -> "discard";
                                case NextHop.OnPort on -> on.port().value();
                                case NextHop.OnVlan on -> "vlan" + on.vlan();
                                case NextHop.ViaPort via -> via.port().value();
                                case NextHop.ViaVlan via -> "vlan" + via.vlan() + ":" + via.address();
                                case NextHop.ViaVtep via -> via.l3vni() + ":" + via.vtep();
                            });
        }
        return text.toString();
    }
}
