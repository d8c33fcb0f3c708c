package io.heddle.simulator.event;

import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.simulator.messages.RouteWeights;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Everything of one simulation, tied together. Single-threaded. */
final class World implements Device.Fabrication {

    /** Routers without any session need an address too. */
    private static final long SPARE_ADDRESS = 0x0A00_0000L;

    final Fabric fabric;
    final NetworkConfig config;
    final Settings settings;
    final Plant plant;
    final Peering peering;
    final Knowledge knowledge;
    final VirtualNetwork network;
    final Journal journal;
    final @Nullable Tracer tracer;
    final Map<DeviceName, Device> devices = new LinkedHashMap<>();
    final SplittableRandom random;
    private final Gathering gathering;
    final Tally tally = new Tally();
    final RouteWeights weights;
    final Groups groups;
    private final Map<DeviceName, IpAddress> addressOf = new HashMap<>();
    private final Map<Mac, Long> moves = new HashMap<>();
    final Outlook outlook;
    final Rest rest;
    final @Nullable ControlPlane control;
    private final @Nullable Told told;

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
        gathering = new Gathering(settings.pace(), network, random);
        rest = new Rest(settings, network, this::areSessionsWhereTheyBelong);
        outlook = new Outlook(this, endpoints);
        network.watch(new Observer(this));
        addDevices();
        Controllers given = settings.controllers().orElse(null);
        control = given == null ? null : new ControlPlane(this, given);
        told = given == null ? null : new Told(given);
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
            Hardware hardware =
                    new Hardware(each.name(), settings.pace(), network, journal, room, random, this::active);
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
        devices.put(name, new Device(name, told, bgp, own, hardware, groups, this));
    }

    private boolean areSessionsWhereTheyBelong() {
        for (Peering.Session each : peering.sessions()) {
            boolean through = plant.passes(each) && runs(each.a()) && runs(each.b());
            if (each.a().established != through || each.b().established != through) {
                return false;
            }
        }
        return true;
    }

    private boolean runs(Peering.Side side) {
        return speakerOf(side) != null;
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

    // Controllers.

    /** The sessions of controllers with switches; none is up before its controller runs. */
    void addControllers() {
        if (control == null || told == null) {
            return;
        }
        Map<DeviceName, BgpConfig> routers = new HashMap<>();
        devices.values().forEach(each -> each.bgp().ifPresent(bgp -> routers.put(each.name(), bgp)));
        for (Replica replica : control.replicas()) {
            for (Peering.Session each : peering.add(told.sessions(replica, routers))) {
                boolean first = each.a().device().equals(replica.name);
                Peering.Side own = first ? each.a() : each.b();
                Peering.Side other = first ? each.b() : each.a();
                own.controller = replica;
                other.told = true;
                device(other.device()).sides().add(other);
                addressOf.putIfAbsent(other.device(), other.own);
                replica.tells(other.device(), own);
            }
        }
        control.begin();
    }

    /** A controller came or went: which sessions of theirs have a way through now, and try it at once. */
    void controllersChanged() {
        reroute();
        for (Peering.Session each : peering.sessions()) {
            Peering.Side side = each.a().told ? each.a() : each.b();
            if (side.told && plant.passes(each)) {
                nudge(side);
            }
        }
    }

    /** What controllers tell switches now, in words of static routes. */
    Map<DeviceName, List<StaticRoute>> told() {
        return control == null || told == null ? Map.of() : told.routes(control);
    }

    private void passControllers(Set<Peering.Session> through) {
        if (control == null) {
            return;
        }
        for (Peering.Session each : peering.sessions()) {
            Replica controller = each.a().controller != null ? each.a().controller : each.b().controller;
            Peering.Side other = each.a().told ? each.a() : each.b();
            if (controller != null && controller.isRunning() && plant.lives(other.device())) {
                through.add(each);
            }
        }
    }

    // What devices know.

    Device device(DeviceName name) {
        Device device = devices.get(name);
        if (device == null) {
            throw new IllegalArgumentException("no device " + name);
        }
        return device;
    }

    void learnSessions(Premises premises) {
        for (Peering.Session each : peering.add(premises.sessions())) {
            for (Peering.Side side : List.of(each.a(), each.b())) {
                Device device = device(side.device());
                device.sides().add(side);
                IpAddress known = addressOf.putIfAbsent(side.device(), side.own);
                if (device.speaker() != null && known != null) {
                    network.alsoAt(known, side.own);
                    addPeer(device, device.speaker(), side);
                }
            }
        }
    }

    /** What is broken changed: which sessions have a way through now. Returns those that lost theirs. */
    Set<Peering.Session> reroute() {
        Premises real = outlook.real();
        List<Premises.Direction> directions = real.sessions();
        learnSessions(real);
        Set<Peering.Session> through = peering.of(directions);
        passControllers(through);
        Set<Peering.Session> lost = new LinkedHashSet<>();
        for (Peering.Session each : peering.sessions()) {
            if (plant.passes(each) && !through.contains(each)) {
                lost.add(each);
            }
        }
        plant.pass(through);
        return lost;
    }

    // Routing processes.

    /** Starts the routing process of a device after a while. */
    void boot(Device device, long after) {
        BgpConfig told = device.bgp().orElse(null);
        if (told != null) {
            later(network.now() + after, () -> {
                if (plant.lives(device.name()) && device.speaker() == null) {
                    run(device, told);
                }
            });
        }
    }

    private void run(Device device, BgpConfig told) {
        IpAddress first = addressOf.computeIfAbsent(device.name(), _ -> IpAddress.v4(SPARE_ADDRESS + addressOf.size()));
        List<IpAddress> addresses = new ArrayList<>();
        device.sides().forEach(each -> addresses.add(each.own));
        if (addresses.isEmpty()) {
            addresses.add(first);
        }
        Speaker speaker = network.add(SpeakerConfig.of(told), addresses);
        device.run(speaker);
        device.sides().forEach(each -> addPeer(device, speaker, each));
        active();
    }

    private void addPeer(Device device, Speaker speaker, Peering.Side side) {
        BgpConfig told = speaker.config().router();
        SpeakerPeer peer = SpeakerPeer.of(
                        told,
                        side.peer.toString(),
                        TransportConfig.of(side.remote).withLocalAddress(side.own),
                        side.end.neighbor().remoteAs(),
                        Aggregates.suppressing(told, side.end.neighbor().group()))
                .with(new RouteOptions(false, 1, side.rank));
        SessionConfig session = peer.peer().session().withTimers(settings.session());
        int number = speaker.addPeer(peer.with(side.told ? session.withPassive() : session), network.now());
        device.peerIs(side, number);
    }

    /** A routing process ends; {@code closing} if its machine lives on and closes its connections. */
    void halt(Device device, boolean closing) {
        IpAddress address = addressOf.get(device.name());
        if (device.speaker() != null && address != null) {
            network.remove(address, closing);
            active();
        }
    }

    /** The port under a session fell. */
    void cut(Peering.Side side, Cause cause) {
        Device device = device(side.device());
        device.because(cause);
        if (device.speaker() != null) {
            network.cut(side.own, side.remote, cause.text());
        }
    }

    /** The way of a session is back: it need not wait for its timer. */
    void nudge(Peering.Side side) {
        Speaker speaker = device(side.device()).speaker();
        if (speaker != null && !side.established && side.peerNumber >= 0) {
            speaker.resetPeer(
                    side.peerNumber,
                    NotificationReason.ADMINISTRATIVE_RESET,
                    "the port is up",
                    Duration.ofNanos(1),
                    network.now());
        }
    }

    // Time.

    /** Something happened that a fabric at rest does not do. */
    void active() {
        rest.active();
    }

    /** Has something happen that rest waits for. */
    void later(long at, Runnable what) {
        rest.later(at, what);
    }

    /** The pods that run are others from now on. */
    void become(Endpoints changed) {
        plant.become(changed);
    }

    boolean uses(PortRef port) {
        return knowledge.uses(port);
    }

    void note(Change change, Cause cause) {
        journal.note(network.now(), change, cause);
    }

    // What devices ask.

    @Override
    public Gathering gathering() {
        return gathering;
    }

    @Override
    public long now() {
        return network.now();
    }

    @Override
    public void soon(Runnable what) {
        network.at(network.now(), what);
    }

    @Override
    public void decided(DeviceName router, int destinations) {
        active();
        tally.decided(router, destinations);
    }

    @Override
    public boolean isWatching() {
        return rest.isWatching();
    }

    @Override
    public void changedMind(DeviceName router, LocRib.Destination destination) {
        rest.changedMind(router, destination);
    }

    @Override
    public Peering.@Nullable Side sideAt(IpAddress address) {
        return peering.findSide(address);
    }

    @Override
    public @Nullable DeviceName nodeAt(DeviceName device, IpAddress nextHop) {
        return told == null ? null : told.nodeAt(device, nextHop);
    }

    @Override
    public Map<Mac, Long> moves() {
        return moves;
    }
}
