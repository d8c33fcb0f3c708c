package io.heddle.simulator.event;

import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.timeline.Traffic;
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

    /** Views of the fabric kept: as many as devices may differ about it at a time. */
    private static final int VIEWS = 32;

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
    final Tally tally = new Tally();
    private final Outage initial;
    private final Map<DeviceName, IpAddress> addressOf = new HashMap<>();
    private final Map<Mac, Long> moves = new HashMap<>();
    private final Map<View, Premises> views = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<View, Premises> eldest) {
            return size() > VIEWS;
        }
    };
    private final Restlessness restlessness;
    /** What nodes know to run on them, and what switches take to live on their ports. */
    Endpoints running;

    Endpoints heard;
    /** Things from outside, and timers of devices, that are still to happen. */
    private int due;

    private record View(Outage outage, Endpoints endpoints) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof View that && endpoints == that.endpoints && outage.equals(that.outage);
        }

        @Override
        public int hashCode() {
            return outage.hashCode() * 31 + System.identityHashCode(endpoints);
        }
    }

    World(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            Outage initial,
            Settings settings,
            @Nullable Tracer tracer) {
        this.fabric = fabric;
        this.tracer = tracer;
        journal = new Journal(tracer);
        this.config = config;
        this.initial = initial;
        this.settings = settings;
        running = endpoints;
        heard = endpoints;
        random = new SplittableRandom(settings.seed());
        peering = new Peering(fabric);
        plant = new Plant(fabric, initial, endpoints, peering, settings);
        knowledge = new Knowledge(
                fabric.links().stream().filter(each -> !initial.isUp(each)).toList());
        network = new VirtualNetwork(AddressFamilies.UNICAST.with(EvpnFamily.CODEC), settings.seed(), plant);
        restlessness = new Restlessness(settings.flips());
        network.watch(new Observer(this));
        addDevices();
    }

    private void addDevices() {
        Map<DeviceName, List<Link>> links = new HashMap<>();
        for (Link each : fabric.links()) {
            links.computeIfAbsent(each.a().device(), _ -> new ArrayList<>()).add(each);
            links.computeIfAbsent(each.b().device(), _ -> new ArrayList<>()).add(each);
        }
        for (SwitchConfig each : config.switches()) {
            Hardware hardware = new Hardware(each.name(), settings.pace(), network, journal, this::active);
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
        devices.put(name, new Device(name, told, bgp, own, hardware, Groups.NONE, this));
    }

    // The run.

    EventRun run(Schedule schedule) {
        if (settings.fromNothing()) {
            journal.open();
        }
        Map<DeviceName, SwitchTables> beginning = settings.fromNothing() ? tables() : Map.of();
        learnSessions(Premises.of(fabric, config, heard, Outage.NONE));
        reroute();
        Cause start = new Cause(Cause.Kind.OWN, "it started");
        List<Device> living = devices.values().stream()
                .filter(each -> plant.lives(each.name()))
                .toList();
        living.forEach(each -> each.because(start));
        living.forEach(Device::boot);
        living.forEach(each -> each.see(viewOf(each), start));
        living.forEach(each -> boot(each, random.nextLong(settings.detection().boot() + 1)));
        Ending ending = settle(network.now());
        long zero = network.now();
        Traffic started = tally.traffic();
        if (!settings.fromNothing()) {
            beginning = tables();
            tally.reset();
        }
        if (ending instanceof Ending.Quiet && !schedule.incidents().isEmpty()) {
            journal.open();
            Incidents incidents = new Incidents(this);
            for (Schedule.Planned each : schedule.incidents()) {
                later(zero + each.at().nanos(), () -> incidents.happen(each.incident()));
            }
            ending = settle(zero + schedule.incidents().getLast().at().nanos());
        }
        Outage before = initial;
        Timeline still = Timeline.still(fabric, config, plantedAtStart(), beginning, before);
        Timeline timeline = still.with(journal.moments(zero), tally.traffic(), shifted(ending, zero));
        Map<DeviceName, EventRun.Counters> counters = new LinkedHashMap<>();
        devices.values().forEach(each -> counters.put(each.name(), tally.of(each)));
        return new EventRun(
                timeline, tables(), counters, new SimTime(zero), started, network.trace(), network.events());
    }

    private @Nullable Endpoints first;

    private Endpoints plantedAtStart() {
        return first == null ? running : first;
    }

    private static Ending shifted(Ending ending, long zero) {
        SimTime start = new SimTime(zero);
        return switch (ending) {
            case Ending.Quiet quiet -> new Ending.Quiet(quiet.at().since(start));
            case Ending.Oscillating each ->
                new Ending.Oscillating(each.at().since(start), each.prefixes(), each.text());
            case Ending.CutShort cut -> new Ending.CutShort(cut.at().since(start), cut.limit());
        };
    }

    private Map<DeviceName, SwitchTables> tables() {
        Map<DeviceName, SwitchTables> tables = new LinkedHashMap<>();
        for (Device each : devices.values()) {
            Hardware hardware = each.hardware();
            SwitchConfig told = each.config().orElse(null);
            if (hardware != null && told != null && plant.lives(each.name())) {
                tables.put(each.name(), new HeldTables(told, hardware));
            }
        }
        return tables;
    }

    private long lastActivity;

    /** Something happened that a fabric at rest does not do. */
    void active() {
        lastActivity = network.now();
    }

    /** Lets time pass until nothing is under way, or it is clear that something always will be. */
    private Ending settle(long lastIncident) {
        lastActivity = Math.max(network.now(), lastIncident);
        long quiet = settings.quiet().toNanos();
        long limit = settings.limit().toNanos();
        restlessness.watchFrom(lastIncident + limit / 10);
        while (true) {
            long next = network.next();
            boolean calm = due == 0 && next > lastActivity + quiet && areSessionsWhereTheyBelong();
            if (calm || next == Long.MAX_VALUE) {
                long at = due == 0 ? lastActivity : network.now();
                network.runUntil(Math.max(network.now(), at));
                return new Ending.Quiet(new SimTime(network.now()));
            }
            if (restlessness.isRestless()) {
                return restlessness.ending(network.now());
            }
            if (next > lastIncident + limit && due == 0 && next > lastActivity + quiet) {
                return new Ending.Quiet(new SimTime(network.now()));
            }
            if (next > lastIncident + limit + settings.detection().ageing()) {
                return restlessness.cutShort(network.now(), settings.limit());
            }
            network.runUntil(next);
        }
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
        Device device = devices.get(side.device());
        return device != null && device.speaker() != null;
    }

    // What devices know.

    Device device(DeviceName name) {
        Device device = devices.get(name);
        if (device == null) {
            throw new IllegalArgumentException("no device " + name);
        }
        return device;
    }

    Premises viewOf(Device device) {
        boolean isSwitch = device.config().isPresent();
        Outage believed = knowledge.believedBy(device.name(), device.links());
        return premises(believed, isSwitch ? heard : running);
    }

    private Premises premises(Outage outage, Endpoints endpoints) {
        return views.computeIfAbsent(
                new View(outage, endpoints), view -> Premises.of(fabric, config, view.endpoints, view.outage));
    }

    /** Devices look again at the fabric. */
    void look(Iterable<Device> some, Cause cause) {
        for (Device each : some) {
            if (plant.lives(each.name())) {
                each.see(viewOf(each), cause);
            }
        }
    }

    private void learnSessions(Premises premises) {
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
        Premises real = premises(asLinks(plant.outage()), heard);
        List<Premises.Direction> directions = real.sessions();
        learnSessions(real);
        Set<Peering.Session> through = peering.of(directions);
        Set<Peering.Session> lost = new LinkedHashSet<>();
        for (Peering.Session each : peering.sessions()) {
            if (plant.passes(each) && !through.contains(each)) {
                lost.add(each);
            }
        }
        plant.pass(through);
        return lost;
    }

    /** The same outage told by cables alone, as devices know it, so that views are shared. */
    private Outage asLinks(Outage outage) {
        Set<Link> down = new LinkedHashSet<>();
        fabric.links().stream().filter(each -> !outage.isUp(each)).forEach(down::add);
        return new Outage(Set.of(), down);
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
        int number = speaker.addPeer(peer.with(peer.peer().session().withTimers(settings.session())), network.now());
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

    /** Has something happen that rest waits for. */
    void later(long at, Runnable what) {
        due++;
        network.at(at, () -> {
            due--;
            active();
            what.run();
        });
    }

    /** The pods that run are others from now on. */
    void become(Endpoints changed) {
        if (first == null) {
            first = plant.endpoints();
        }
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
        return restlessness.isWatching(network.now());
    }

    @Override
    public void changedMind(DeviceName router, LocRib.Destination destination) {
        restlessness.note(router, destination);
    }

    @Override
    public Peering.@Nullable Side sideAt(IpAddress address) {
        return peering.findSide(address);
    }

    @Override
    public Map<Mac, Long> moves() {
        return moves;
    }
}
