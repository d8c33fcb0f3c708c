package io.heddle.test.reference;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.Origination;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What routers put into BGP by themselves (section 3). Default routes and aggregates are named, not judged: the former stay out of
 * the own table, the latter depend on what others say.
 */
final class Originations {

    private static final Prefix DEFAULT_V4 = Prefix.covering(IpAddress.v4(0), 0);
    private static final Prefix DEFAULT_V6 = Prefix.covering(IpAddress.v6(0, 0), 0);

    private final NetworkConfig config;
    private final Endpoints endpoints;
    private final StaticRoutes statics;
    private final Map<DeviceName, NavigableMap<Prefix, Origin>> plain = new HashMap<>();

    Originations(Map<DeviceName, Router> routers, NetworkConfig config, Endpoints endpoints, StaticRoutes statics) {
        this.config = config;
        this.endpoints = endpoints;
        this.statics = statics;
        for (Router router : routers.values()) {
            NavigableMap<Prefix, Origin> routes = new TreeMap<>();
            router.bgp().originations().forEach(each -> add(router.name(), each, routes));
            plain.put(router.name(), routes);
        }
    }

    /** Everything but default routes and aggregates, with its origin. */
    NavigableMap<Prefix, Origin> plain(Router router) {
        return plain.getOrDefault(router.name(), new TreeMap<>());
    }

    static boolean sendsDefault(Router router, Prefix prefix) {
        return router.bgp().originations().stream()
                .anyMatch(each ->
                        each instanceof Origination.DefaultRoute(var family) && prefix.equals(defaultOf(family)));
    }

    static boolean aggregates(Router router, Prefix prefix) {
        return router.bgp().originations().stream()
                .anyMatch(each -> each instanceof Origination.Aggregate aggregate
                        && aggregate.prefix().equals(prefix));
    }

    /** The prefixes of the router's default routes and aggregates. */
    static List<Prefix> conditional(Router router) {
        List<Prefix> prefixes = new ArrayList<>();
        for (Origination each : router.bgp().originations()) {
            if (each instanceof Origination.DefaultRoute(var family)) {
                prefixes.add(defaultOf(family));
            } else if (each instanceof Origination.Aggregate aggregate) {
                prefixes.add(aggregate.prefix());
            }
        }
        return prefixes;
    }

    private static Prefix defaultOf(IpFamily family) {
        return family == IpFamily.IPV4 ? DEFAULT_V4 : DEFAULT_V6;
    }

    private void add(DeviceName router, Origination origination, NavigableMap<Prefix, Origin> routes) {
        switch (origination) {
            case Origination.Network network -> add(network.prefix(), Origin.IGP, routes);
            case Origination.Connected _ ->
                config.findSwitch(router).ifPresent(device -> ConnectedRoutes.sviSubnets(device, VrfName.DEFAULT)
                        .forEach(subnet -> add(subnet, Origin.INCOMPLETE, routes)));
            case Origination.Static _ -> config.findSwitch(router).ifPresent(device -> addStatics(device, routes));
            case Origination.PodHosts _ -> addPods(router, List.of(), routes);
            case Origination.PodBlocks _ -> {
                List<Prefix> blocks =
                        config.findNode(router).map(NodeProgram::blocks).orElse(List.of());
                blocks.forEach(block -> add(block, Origin.INCOMPLETE, routes));
                addPods(router, blocks, routes);
            }
            case Origination.DefaultRoute _, Origination.Aggregate _ -> {}
        }
    }

    private void addStatics(SwitchConfig device, NavigableMap<Prefix, Origin> routes) {
        for (Map.Entry<Prefix, SortedSet<NextHop>> each : statics.of(device).entrySet()) {
            if (!each.getValue().contains(new NextHop.Discard())) {
                add(each.getKey(), Origin.INCOMPLETE, routes);
            }
        }
    }

    private void addPods(DeviceName node, List<Prefix> except, NavigableMap<Prefix, Origin> routes) {
        Optional<NodeEndpoints> pods = endpoints.on(node);
        if (pods.isEmpty()) {
            return;
        }
        for (IpFamily family : IpFamily.values()) {
            for (int i = 0; i < pods.get().addresses(family).size(); i++) {
                IpAddress address = pods.get().addresses(family).get(i);
                if (except.stream().noneMatch(block -> block.contains(address))) {
                    add(Prefix.host(address), Origin.INCOMPLETE, routes);
                }
            }
        }
    }

    /** Of several originations of one prefix the lowest origin counts. */
    private static void add(Prefix prefix, Origin origin, NavigableMap<Prefix, Origin> routes) {
        routes.merge(prefix, origin, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
}
