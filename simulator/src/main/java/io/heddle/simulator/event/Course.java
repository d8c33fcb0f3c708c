package io.heddle.simulator.event;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Beyond;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.timeline.Traffic;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The course of a simulation: a fabric comes up, comes to rest, has incidents happen to it, and comes to rest again. Single-threaded. */
final class Course {

    private final World world;
    private final Settings settings;
    private final Rest rest;
    private final Incidents incidents;
    private final Map<DeviceName, SwitchTables> known = new HashMap<>();
    private Map<DeviceName, SwitchTables> beginning = Map.of();
    private Traffic startTraffic = Traffic.NONE;
    private long started;
    private Ending start = new Ending.Quiet(SimTime.ZERO);

    Course(World world) {
        this.world = world;
        settings = world.settings;
        rest = world.rest;
        incidents = new Incidents(world);
    }

    /**
     * From nothing to rest.
     *
     * @param ofLongStanding whether sessions are to be out of step with each other, as those are that came up on different days
     */
    void start(boolean ofLongStanding) {
        if (settings.fromNothing()) {
            world.journal.open();
            beginning = tables();
        }
        world.connectivity.learn(Premises.of(world.fabric, world.config, world.outlook.heard, Outage.NONE));
        if (world.control != null) {
            world.control.begin();
        }
        world.connectivity.reroute();
        Cause cause = new Cause(Cause.Kind.OWN, "it started");
        List<Device> living = world.devices.values().stream()
                .filter(each -> world.plant.lives(each.name()))
                .toList();
        living.forEach(each -> each.because(cause));
        living.forEach(Device::boot);
        living.forEach(each -> world.crashes.started(each.name()));
        world.outlook.look(living, cause);
        Map<Peering.Session, Long> phases = ofLongStanding ? phases() : Map.of();
        living.forEach(each -> world.daemons.boot(
                each, world.random.nextLong(settings.detection().boot() + 1), phases));
        start = rest.settle(world.network.now());
        started = world.network.now();
        startTraffic = world.tally.traffic();
        if (!settings.fromNothing()) {
            beginning = tables();
            world.tally.reset();
        }
    }

    /** Whether it came to rest, so that something may happen. */
    boolean isUp() {
        return start instanceof Ending.Quiet;
    }

    /** Has incidents happen, from now on; the times told are since now, or in a run from nothing since it was up. */
    EventRun happen(Schedule schedule) {
        if (isUp() && schedule.incidents().stream().anyMatch(each -> isSilent(each.incident()))) {
            age();
        }
        long zero = world.network.now();
        Ending ending = start;
        Endpoints pods = world.plant.endpoints();
        Outage before = world.plant.outage();
        if (isUp() && !schedule.incidents().isEmpty()) {
            world.journal.open();
            world.crashes.age();
            tellWhatIsMissing();
            for (Schedule.Planned each : schedule.incidents()) {
                world.later(zero + each.at().nanos(), () -> incidents.happen(each.incident()));
            }
            ending = rest.settle(zero + schedule.incidents().getLast().at().nanos());
        }
        Timeline timeline = Timeline.still(world.fabric, world.config, pods, beginning, before)
                .with(world.journal.moments(zero), world.tally.traffic(), shifted(ending, zero))
                .withTold(world.control == null ? Map.of() : world.control.told());
        Map<DeviceName, EventRun.Counters> counters = new LinkedHashMap<>();
        world.devices.values().forEach(each -> counters.put(each.name(), world.tally.of(each)));
        return new EventRun(
                timeline,
                tables(),
                counters,
                new SimTime(started),
                startTraffic,
                world.network.trace(),
                world.network.events(),
                world.groups.saved());
    }

    /** What only timers notice: then it matters when the last KEEPALIVE came. */
    static boolean isSilent(Incident incident) {
        return switch (incident) {
            case Incident.CablesDown down -> down.notice() == Notice.SILENT;
            case Incident.DeviceDown down -> down.notice() == Notice.SILENT;
            case Incident.ControllersCutOff cut -> cut.from() == Beyond.SWITCHES;
            case Incident.CablesUp _,
                    Incident.DeviceUp _,
                    Incident.SpeakerDown _,
                    Incident.SpeakerUp _,
                    Incident.Drain _,
                    Incident.Undrain _,
                    Incident.PodsStart _,
                    Incident.PodsStop _,
                    Incident.PodMove _,
                    Incident.ControllersDown _,
                    Incident.ControllersUp _,
                    Incident.ControllersJoined _,
                    Incident.StoreDown _,
                    Incident.StoreUp _ -> false;
        };
    }

    /**
     * When each session is told to come up, by how much it is to be out of step with the others. Both its sides are told alike: their
     * KEEPALIVEs leave together, from when it comes up.
     */
    private Map<Peering.Session, Long> phases() {
        Map<Peering.Session, Long> phases = new HashMap<>();
        long keepalive = keepalive();
        for (Peering.Session each : world.peering.sessions()) {
            phases.put(each, keepalive == 0 ? 0 : world.random.nextLong(keepalive));
        }
        return phases;
    }

    /** A fabric rests long enough that the last message of every session was a KEEPALIVE, and a part of their interval more. */
    private void age() {
        long keepalive = keepalive();
        if (keepalive > 0) {
            world.network.runUntil(world.network.now() + keepalive + world.random.nextLong(keepalive));
        }
    }

    private long keepalive() {
        return settings.session().holdTime() * 1_000_000_000L / 3;
    }

    /** What found no room while nobody listened: a timeline begins with it. */
    private void tellWhatIsMissing() {
        if (settings.fromNothing()) {
            return;
        }
        Cause cause = new Cause(Cause.Kind.OWN, "its tables were full before anything happened");
        for (Device each : world.devices.values()) {
            Hardware hardware = each.hardware();
            if (hardware != null) {
                hardware.notWritten().forEach(missing -> world.note(missing, cause));
            }
        }
        world.crashes.tell();
    }

    /**
     * Undoes what happened, and says whether everything then stands as it did after the start: the same entries in every table. What may
     * differ are the phases of timers.
     */
    boolean undo(Schedule repairs) {
        world.journal.close();
        long zero = world.network.now();
        for (Schedule.Planned each : repairs.incidents()) {
            world.later(zero + each.at().nanos(), () -> incidents.happen(each.incident()));
        }
        Ending ending = rest.settle(zero + repairs.incidents().getLast().at().nanos());
        world.tally.reset();
        return ending instanceof Ending.Quiet
                && world.devices.values().stream()
                        .map(Device::hardware)
                        .allMatch(each -> each == null || each.isAsMarked());
    }

    /** How the tables stand is what {@link #undo} has to come back to. */
    void mark() {
        world.devices.values().forEach(each -> {
            Hardware hardware = each.hardware();
            if (hardware != null) {
                hardware.mark();
            }
        });
        known.putAll(beginning);
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
        for (Device each : world.devices.values()) {
            Hardware hardware = each.hardware();
            SwitchConfig told = each.config().orElse(null);
            if (hardware != null && told != null && world.plant.lives(each.name())) {
                tables.put(each.name(), tables(each.name(), told, hardware));
            }
        }
        return tables;
    }

    private SwitchTables tables(DeviceName name, SwitchConfig told, Hardware hardware) {
        SwitchTables marked = known.get(name);
        return marked != null && hardware.isAsMarked() ? marked : new HeldTables(told, hardware);
    }
}
