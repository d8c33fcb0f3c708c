package io.heddle.simulator.drill;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What controllers tell, in words of the stable state: a switch that is told of a node's route holds and announces what it would by a
 * static route of its own. The one difference is the source that its own table names.
 */
record ToldRoutes(Map<DeviceName, List<StaticRoute>> byDevice) {

    NetworkConfig into(NetworkConfig plan) {
        return byDevice.isEmpty() ? plan : plan.withSwitches(this::with);
    }

    private SwitchConfig with(SwitchConfig config) {
        List<StaticRoute> here = byDevice.getOrDefault(config.name(), List.of());
        return here.isEmpty() ? config : config.withStaticRoutes(here);
    }

    /** What a switch holds, with BGP for the source of what it was told. */
    SwitchTables asLearned(SwitchTables expected, NetworkConfig plan) {
        Set<Prefix> told = new HashSet<>();
        byDevice.getOrDefault(expected.device(), List.of()).forEach(each -> told.add(each.prefix()));
        if (told.isEmpty()) {
            return expected;
        }
        ExplicitTables all = ExplicitTables.copyOf(expected);
        return ExplicitTables.of(
                plan.findSwitch(expected.device()).orElseThrow(),
                all.routes().map(each -> learned(each, told)).toList(),
                all.neighborSet(),
                all.macSet(),
                all.floodSet(),
                all.vtepSet());
    }

    private static RouteEntry learned(RouteEntry route, Set<Prefix> told) {
        return told.contains(route.prefix()) && route.source() == RouteSource.STATIC
                ? new RouteEntry(route.vrf(), route.prefix(), RouteSource.BGP_EXTERNAL, route.nextHops())
                : route;
    }
}
