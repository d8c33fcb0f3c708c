package io.heddle.test.reference;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The table of a tenant's VRF: connected subnets before what came by EVPN (rule 6.4). */
final class TenantRoutes {

    private TenantRoutes() {}

    static Collection<RouteEntry> of(
            SwitchConfig device, VrfConfig vrf, ConnectedRoutes connected, Optional<EvpnTables> overlay) {
        TreeMap<Prefix, RouteEntry> entries = new TreeMap<>();
        overlay.ifPresent(tables -> tables.routes(vrf).forEach(each -> entries.put(each.prefix(), each)));
        connected
                .of(device, vrf.name())
                .forEach((prefix, nextHop) -> entries.put(
                        prefix, new RouteEntry(vrf.name(), prefix, RouteSource.CONNECTED, List.of(nextHop))));
        return entries.values();
    }
}
