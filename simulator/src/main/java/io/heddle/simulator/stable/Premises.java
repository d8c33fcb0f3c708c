package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.Origin;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What holds in a fabric before any route is exchanged, by sections 1 to 4 of {@code docs/stable-state.md} and 6.1: which sessions can be
 * up, what routers know and originate by themselves, which hosts live where. The event-driven simulation starts from it.
 */
public final class Premises {

    private final NetworkConfig config;
    private final Wiring wiring;
    private final LayerTwo layerTwo;
    private final SessionGraph graph;
    private final List<Map<Prefix, RouteEntry>> local;
    private final Map<Integer, StaticRoutes> statics;
    private final Map<DeviceName, Router> routers;
    private final Endpoints endpoints;
    /** By router, of those that were asked for. */
    private final Map<DeviceName, SortedMap<Prefix, Origin>> originated = new HashMap<>();

    /**
     * One direction of a session.
     *
     * @param received the neighbour entry of {@code to}
     * @param sent the neighbour entry of {@code from}
     * @param rank of the session among those of {@code to}
     * @param nextHop how {@code to} forwards over it
     */
    public record Direction(
            DeviceName from, DeviceName to, Neighbor received, Neighbor sent, int rank, NextHop nextHop) {}

    /**
     * A host local to a switch.
     *
     * @param port the bridge port towards it
     * @param announced whether the switch originates it where it is a VTEP
     * @param segment the Ethernet segment of its routes
     */
    public record LocalHost(
            DeviceName node,
            VlanId vlan,
            Mac mac,
            List<IpAddress> addresses,
            String port,
            boolean announced,
            Optional<Esi> segment) {

        public LocalHost {
            addresses = List.copyOf(addresses);
        }
    }

    private Premises(Fabric fabric, NetworkConfig config, Endpoints endpoints, Outage outage) {
        this.config = config;
        this.endpoints = endpoints;
        wiring = new Wiring(fabric, config, outage);
        layerTwo = new LayerTwo(wiring, config, endpoints);
        graph = new SessionGraph(wiring, new SviAddresses(wiring, layerTwo, config.nodes()), config);
        local = new ArrayList<>();
        for (int i = 0; i < wiring.switches().size(); i++) {
            local.add(LocalRoutes.of(wiring, i));
        }
        statics = new HashMap<>();
        routers = new HashMap<>();
        graph.routers().forEach(each -> routers.put(each.name(), each));
    }

    /** The same with other pods, which change neither sessions nor how next hops are reached, nor what nodes originate that keep theirs. */
    private Premises(Premises other, Endpoints endpoints) {
        config = other.config;
        this.endpoints = endpoints;
        wiring = other.wiring;
        graph = other.graph;
        local = other.local;
        statics = other.statics;
        routers = other.routers;
        layerTwo = new LayerTwo(wiring, config, endpoints);
        other.originated.forEach((router, known) -> {
            if (endpoints.on(router).equals(other.endpoints.on(router))) {
                originated.put(router, known);
            }
        });
    }

    private SortedMap<Prefix, Origin> originate(Router router) {
        SortedMap<Prefix, Origin> own = new TreeMap<>();
        Originations all = new Originations(List.of(router), local, endpoints);
        all.listed().forEach((prefix, originators) -> originators.stream()
                .filter(each -> each.kind() == Originator.Kind.OWN)
                .forEach(each -> own.merge(prefix, each.origin(), Premises::lower)));
        for (Originations.PodHosts each : all.podHosts()) {
            for (int i = 0; i < each.addresses().size(); i++) {
                own.merge(Prefix.host(each.addresses().get(i)), Origin.INCOMPLETE, Premises::lower);
            }
        }
        return own;
    }

    private static Origin lower(Origin a, Origin b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Of a fabric under an outage. */
    public static Premises of(Fabric fabric, NetworkConfig config, Endpoints endpoints, Outage outage) {
        return new Premises(fabric, config, endpoints, outage);
    }

    /** The same fabric under the same outage with other pods. */
    public Premises with(Endpoints endpoints) {
        return new Premises(this, endpoints);
    }

    /** Whether the same is broken, so that everything but pods, and what is originated for them, is the same. */
    public boolean isWiredLike(Premises other) {
        return wiring == other.wiring || wiring.outage().equals(other.wiring.outage());
    }

    /** The sessions that can be up, each direction by itself, in the order of the receiving routers and their neighbours. */
    public List<Direction> sessions() {
        List<Direction> all = new ArrayList<>();
        for (Router router : graph.routers()) {
            for (Session each : graph.into(router)) {
                all.add(new Direction(
                        each.from().name(),
                        each.to().name(),
                        each.received(),
                        each.sent(),
                        each.rank(),
                        each.nextHop()));
            }
        }
        return all;
    }

    /** The default VRF of a switch without BGP (rules 4.1 to 4.3); empty for other devices. */
    public Map<Prefix, RouteEntry> localRoutes(DeviceName device) {
        int number = wiring.number(device);
        return number < 0 ? Map.of() : local.get(number);
    }

    /** Where a switch would send packets by a static route, had it one (rule 4.3); nothing if it could not use it. */
    public List<NextHop> staticHops(DeviceName device, StaticRoute route) {
        int number = wiring.number(device);
        return number < 0
                ? List.of()
                : statics.computeIfAbsent(number, at -> new StaticRoutes(wiring, at))
                        .hops(route);
    }

    /** What a router originates, aggregates and default routes left out. The same object as long as it is the same. */
    public SortedMap<Prefix, Origin> originated(DeviceName name) {
        Router router = routers.get(name);
        return router == null ? Collections.emptySortedMap() : originated.computeIfAbsent(name, _ -> originate(router));
    }

    /** The hosts local to a switch, by VLAN and MAC. */
    public List<LocalHost> hosts(DeviceName device) {
        int number = wiring.number(device);
        if (number < 0) {
            return List.of();
        }
        SwitchConfig config = wiring.switches().get(number);
        List<LocalHost> hosts = new ArrayList<>();
        layerTwo.all().forEach((vlan, domains) -> {
            boolean here = config.vlans().stream().anyMatch(each -> each.vlan().equals(vlan));
            for (Station station : here ? domains.stationsOf(domains.domain(number)) : List.<Station>of()) {
                String port = domains.way(number, station).bridgePort();
                boolean attached = station.portOn(number) != null;
                Optional<Esi> segment = config.multihoming() && attached ? segment(config, port) : Optional.empty();
                boolean announced = attached || !config.multihoming();
                Host.forEach(
                        station,
                        each -> hosts.add(new LocalHost(
                                station.node().name(), vlan, each.mac(), each.addresses(), port, announced, segment)));
            }
        });
        hosts.sort(Comparator.comparing(LocalHost::vlan).thenComparing(LocalHost::mac));
        return hosts;
    }

    private static Optional<Esi> segment(SwitchConfig config, String port) {
        return config.bridgePorts().stream()
                .filter(each -> each.name().equals(port))
                .findFirst()
                .flatMap(each -> each.esi());
    }

    /** All routers, in the order of the configuration. */
    List<Router> routers() {
        return graph.routers();
    }

    PrefixLists prefixLists() {
        return new PrefixLists(graph);
    }

    /** How a router reaches another that a route of a third party names as next hop (rule 5.4); nothing if it does not. */
    public List<NextHop> adjacency(DeviceName router, DeviceName nextHop, IpFamily family) {
        Router here = routers.get(router);
        Router there = routers.get(nextHop);
        return here == null || there == null ? List.of() : graph.adjacency(here, there, family);
    }
}
