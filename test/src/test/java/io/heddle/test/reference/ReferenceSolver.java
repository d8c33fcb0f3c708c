package io.heddle.test.reference;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.RouteEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stable state of a fabric, the slow and obvious way. Everything is computed when asked for, so that a few prefixes of a big
 * fabric cost no more than those prefixes: {@link #route} and {@link #routesTo}. {@link #tables} computes all of a switch.
 * Single-threaded.
 */
public final class ReferenceSolver {

    private final Map<DeviceName, SwitchConfig> living = new TreeMap<>();
    private final SortedMap<DeviceName, Router> routers;
    private final Hosts hosts;
    private final ConnectedRoutes connected;
    private final StaticRoutes statics;
    private final LocalEntries local;
    private final NextHops nextHops;
    private final UnicastRoutes unicast;
    private final Sessions sessions;
    private final Originations originations;
    private final EvpnSource evpnSource;
    private final Map<DeviceName, Forwarding> forwarding = new HashMap<>();
    private @Nullable EvpnRoutes evpn;

    /** Makes the EVPN routes when they are first needed. */
    private interface EvpnSource {
        EvpnRoutes make();
    }

    private ReferenceSolver(Fabric fabric, NetworkConfig config, Endpoints endpoints, Outage outage) {
        Wiring wiring = new Wiring(fabric, outage);
        Layer2 layer2 = new Layer2(fabric, config, wiring);
        hosts = new Hosts(config, endpoints, wiring, layer2);
        routers = Routers.of(config, wiring, layer2.carried());
        connected = new ConnectedRoutes(wiring);
        statics = new StaticRoutes(wiring);
        local = new LocalEntries(layer2, hosts);
        nextHops = new NextHops(routers, wiring, layer2);
        sessions = new Sessions(routers, wiring, layer2);
        originations = new Originations(routers, config, endpoints, statics);
        Propagation propagation = new Propagation(routers, sessions, nextHops);
        unicast = new UnicastRoutes(routers, originations, propagation);
        evpnSource = () -> new EvpnRoutes(routers, config, propagation, layer2, hosts);
        for (SwitchConfig each : config.switches()) {
            if (wiring.lives(each.name())) {
                living.put(each.name(), each);
            }
        }
    }

    public static ReferenceSolver of(Fabric fabric, NetworkConfig config, Endpoints endpoints, Outage outage) {
        return new ReferenceSolver(fabric, config, endpoints, outage);
    }

    /** The tables of every living switch. */
    public static Map<DeviceName, ExplicitTables> solve(
            Fabric fabric, NetworkConfig config, Endpoints endpoints, Outage outage) {
        return of(fabric, config, endpoints, outage).tables();
    }

    /** The tables of every living switch. */
    public SortedMap<DeviceName, ExplicitTables> tables() {
        SortedMap<DeviceName, ExplicitTables> tables = new TreeMap<>();
        living.keySet().forEach(name -> tables.put(name, tables(name)));
        return tables;
    }

    /** Everything that one living switch holds. */
    public ExplicitTables tables(DeviceName name) {
        SwitchConfig device = device(name);
        List<RouteEntry> routes = new ArrayList<>(forwarding(name).all());
        List<NeighborEntry> neighbors = new ArrayList<>(local.neighbors(device));
        List<FdbEntry> macs = new ArrayList<>(local.macs(device));
        List<FloodEntry> flood = new ArrayList<>();
        List<IpAddress> vteps = new ArrayList<>();
        Optional<EvpnTables> overlay = device.vtep().map(vtep -> overlay(device, vtep));
        overlay.ifPresent(tables -> {
            neighbors.addAll(tables.neighbors());
            macs.addAll(tables.macs());
            flood.addAll(tables.floodList());
            vteps.addAll(tables.subnetVteps());
        });
        for (VrfConfig vrf : EvpnOriginations.tenants(device)) {
            routes.addAll(TenantRoutes.of(device, vrf, connected, overlay));
        }
        return ExplicitTables.of(device, routes, neighbors, macs, flood, vteps);
    }

    /** The entry of the default VRF for exactly this prefix on one living switch. */
    public Optional<RouteEntry> route(DeviceName name, Prefix prefix) {
        return forwarding(name).route(prefix);
    }

    /** The entries of the default VRF for exactly this prefix, on every living switch that has one. */
    public SortedMap<DeviceName, RouteEntry> routesTo(Prefix prefix) {
        SortedMap<DeviceName, RouteEntry> routes = new TreeMap<>();
        living.keySet().forEach(name -> route(name, prefix).ifPresent(entry -> routes.put(name, entry)));
        return routes;
    }

    /** The routers that live, with what they are told. */
    public SortedMap<DeviceName, BgpConfig> routers() {
        SortedMap<DeviceName, BgpConfig> told = new TreeMap<>();
        routers.forEach((name, router) -> told.put(name, router.bgp()));
        return told;
    }

    /** What a router originates, default routes and aggregates left out. */
    public SortedMap<Prefix, Origin> originated(DeviceName name) {
        Router router = routers.get(name);
        return router == null ? new TreeMap<>() : originations.plain(router);
    }

    /** The sessions that are up, each once. */
    public List<SessionEnds> sessions() {
        List<SessionEnds> all = new ArrayList<>();
        Set<Session> seen = new HashSet<>();
        for (Router router : routers.values()) {
            for (Session each : sessions.of(router)) {
                Session back = sessions.reverse(each);
                if (seen.add(each) && seen.add(back)) {
                    all.add(new SessionEnds(
                            each.self().name(),
                            each.neighbor(),
                            each.toPeer(),
                            back.self().name(),
                            back.neighbor(),
                            back.toPeer()));
                }
            }
        }
        return all;
    }

    /** Prefixes without a stable state. Solves every prefix. */
    public SortedSet<Prefix> oscillatingPrefixes() {
        return unicast.prefixes().stream()
                .filter(unicast::isOscillating)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** VTEPs whose EVPN routes have no stable state. */
    public SortedSet<DeviceName> oscillatingVteps() {
        return evpn().oscillating();
    }

    /** The hosts local to a living switch, on all of its VLANs. */
    public List<LocalHost> localHosts(DeviceName name) {
        return local.hosts(device(name));
    }

    /** Whether a living switch received the EVPN routes of another. */
    public boolean receives(DeviceName name, DeviceName originator) {
        return evpn().receives(name, originator);
    }

    /** Whether a VTEP can be reached from a living switch (rule 6.3). */
    public boolean reaches(DeviceName name, IpAddress vtep) {
        return EvpnRoutes.isReachable(vtep, forwarding(name));
    }

    private EvpnTables overlay(SwitchConfig device, Vtep vtep) {
        return new EvpnTables(device, evpn().usableAt(device, vtep, forwarding(device.name())), hosts);
    }

    private EvpnRoutes evpn() {
        if (evpn == null) {
            evpn = evpnSource.make();
        }
        return evpn;
    }

    private Forwarding forwarding(DeviceName name) {
        return forwarding.computeIfAbsent(
                name, _ -> new Forwarding(device(name), routers, connected, statics, unicast, nextHops));
    }

    private SwitchConfig device(DeviceName name) {
        SwitchConfig device = living.get(name);
        if (device == null) {
            throw new IllegalArgumentException(name + " is no living switch");
        }
        return device;
    }
}
