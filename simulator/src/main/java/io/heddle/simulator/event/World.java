package io.heddle.simulator.event;

import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.messages.RouteWeights;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Everything of one simulation, tied together: what there is, what is really so, and who knows and does what. Single-threaded. */
final class World {

    final Fabric fabric;
    final NetworkConfig config;
    final Settings settings;
    final SplittableRandom random;
    final VirtualNetwork network;
    final Rest rest;
    final Plant plant;
    final Peering peering;
    final Connectivity connectivity;
    final Knowledge knowledge;
    final Outlook outlook;
    final Groups groups;
    final RouteWeights weights;
    final Environment environment;
    final Daemons daemons;
    final Map<DeviceName, Device> devices = new LinkedHashMap<>();
    final @Nullable ControlPlane control;
    final Tally tally = new Tally();
    final Detectors detectors;
    final Power power = new Power(this);
    final Crashes crashes = new Crashes(this);
    final Journal journal;
    final @Nullable Tracer tracer;

    World(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            Outage initial,
            Settings settings,
            Groups groups,
            @Nullable Tracer tracer) {
        this.fabric = fabric;
        this.tracer = tracer;
        journal = new Journal(tracer);
        this.config = config;
        this.settings = settings;
        this.groups = groups;
        weights = groups.isEmpty()
                ? RouteWeights.one()
                : RouteWeights.of(prefix -> groups.of(prefix).size());
        random = new SplittableRandom(settings.seed());
        peering = new Peering(fabric);
        plant = new Plant(fabric, initial, endpoints, peering, settings, weights);
        knowledge = new Knowledge(
                fabric.links().stream().filter(each -> !initial.isUp(each)).toList());
        network = new VirtualNetwork(AddressFamilies.UNICAST.with(EvpnFamily.CODEC), settings.seed(), plant);
        connectivity = new Connectivity(this);
        rest = new Rest(settings, network, connectivity::isSettled, () -> peering.sessions()
                .size());
        outlook = new Outlook(this, endpoints);
        network.watch(new Observer(this));
        Controllers given = settings.controllers().orElse(null);
        Told told = given == null ? null : new Told(given);
        Gathering gathering = new Gathering(settings.pace(), network, random);
        environment = new Environment(network, gathering, rest, tally, peering, told);
        daemons = new Daemons(network, plant, rest, settings);
        addDevices();
        detectors = new Detectors(this);
        control = given == null || told == null ? null : new ControlPlane(this, given, told);
    }

    private void addDevices() {
        Map<DeviceName, List<Link>> links = new HashMap<>();
        for (Link each : fabric.links()) {
            links.computeIfAbsent(each.a().device(), _ -> new ArrayList<>()).add(each);
            links.computeIfAbsent(each.b().device(), _ -> new ArrayList<>()).add(each);
        }
        for (SwitchConfig each : config.switches()) {
            TableAudit limits = settings.limits().get(each.name());
            Room room = limits == null ? null : new Room(each, limits, !groups.isEmpty());
            Overflowing overflowing = new Overflowing(this, each.name());
            Hardware hardware = new Hardware(
                    each.name(), settings.pace(), network, journal, room, overflowing, random, rest::active);
            add(each.name(), each, each.bgp().orElse(null), links, hardware);
        }
        config.nodes().forEach(each -> add(each.name(), null, each.bgp().orElse(null), links, null));
        config.externalRouters().forEach(each -> add(each.name(), null, each.bgp(), links, null));
    }

    private void add(
            DeviceName name,
            @Nullable SwitchConfig told,
            @Nullable BgpConfig bgp,
            Map<DeviceName, List<Link>> links,
            @Nullable Hardware hardware) {
        List<Link> own = links.getOrDefault(name, List.of());
        devices.put(name, new Device(name, told, bgp, own, hardware, groups, environment));
    }

    Device device(DeviceName name) {
        Device device = devices.get(name);
        if (device == null) {
            throw new IllegalArgumentException("no device " + name);
        }
        return device;
    }

    /** The speaker that a side of a session belongs to, while it runs. */
    @Nullable
    Speaker speakerOf(Peering.Side side) {
        Replica controller = side.controller;
        if (controller != null) {
            return controller.speakerTowards(side.peer);
        }
        Device device = devices.get(side.device());
        return device == null ? null : device.speaker();
    }

    long now() {
        return network.now();
    }

    /** Something happened that a fabric at rest does not do. */
    void active() {
        rest.active();
    }

    /** Has something happen that rest waits for. */
    void later(long at, Runnable what) {
        rest.later(at, what);
    }

    void note(Change change, Cause cause) {
        journal.note(network.now(), change, cause);
    }
}
