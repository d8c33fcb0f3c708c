package io.heddle.test.controller;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the controllers announce to leafs, in words of the stable state: a static route to the node at each of its leafs, which the leaf
 * announces. The one difference is the name of the source in the leaf's own table, which {@link #read} evens out.
 */
final class ToldConfig {

    private final NetworkConfig plan;
    private final Map<Prefix, DeviceName> told;

    /** @param told which node each prefix is at */
    ToldConfig(NetworkConfig plan, Map<Prefix, DeviceName> told) {
        this.plan = plan;
        this.told = new TreeMap<>(told);
    }

    NetworkConfig config() {
        return new NetworkConfig(
                plan.switches().stream().map(this::with).toList(), plan.nodes(), plan.externalRouters());
    }

    private SwitchConfig with(SwitchConfig config) {
        List<StaticRoute> here = here(config).stream()
                .map(each -> new StaticRoute(each, Optional.ofNullable(told.get(each)), Optional.empty()))
                .toList();
        return here.isEmpty() ? config : config.withStaticRoutes(here);
    }

    /** The prefixes of nodes that this switch has a link to. */
    private Set<Prefix> here(SwitchConfig config) {
        Set<Prefix> here = new TreeSet<>();
        told.forEach((prefix, node) -> {
            if (config.routedPorts().stream().anyMatch(each -> each.neighbor().equals(node))) {
                here.add(prefix);
            }
        });
        return here;
    }

    /** What a switch holds, with static for the source of what it was told itself and sends to the node. */
    ExplicitTables read(ExplicitTables held) {
        SwitchConfig config = plan.findSwitch(held.device()).orElseThrow();
        return ExplicitTables.of(
                config,
                held.routes().map(this::read).toList(),
                held.neighborSet(),
                held.macSet(),
                held.floodSet(),
                held.vtepSet());
    }

    /** Where its own link to the node is down a leaf has the prefix from others, as any route of theirs. */
    private RouteEntry read(RouteEntry route) {
        DeviceName node = told.get(route.prefix());
        boolean own = node != null
                && route.source() == RouteSource.BGP_EXTERNAL
                && route.nextHops().stream()
                        .allMatch(each -> each instanceof NextHop.ViaPort via
                                && via.neighbor().equals(node));
        return own ? new RouteEntry(route.vrf(), route.prefix(), RouteSource.STATIC, route.nextHops()) : route;
    }
}
