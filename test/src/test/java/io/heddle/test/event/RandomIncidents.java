package io.heddle.test.event;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.test.fabrics.FabricCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Failures and repairs drawn at random, and what is broken when they are over.
 *
 * @param atEnd the outage that is left
 */
record RandomIncidents(Schedule schedule, Outage atEnd) {

    private static final int MOST = 5;
    private static final int LONGEST_PAUSE_MILLIS = 12_000;

    static RandomIncidents of(FabricCase fabric, long seed) {
        Random dice = new Random(seed * 31 + 7);
        Set<Link> cut = new HashSet<>(fabric.outage().links());
        Set<DeviceName> dead = new HashSet<>(fabric.outage().devices());
        List<DeviceName> devices = new ArrayList<>();
        fabric.config().switches().forEach(each -> devices.add(each.name()));
        fabric.config().nodes().forEach(each -> devices.add(each.name()));
        List<Link> links = fabric.fabric().links();
        List<Schedule.Planned> planned = new ArrayList<>();
        long millis = 0;
        for (int i = 1 + dice.nextInt(MOST); i > 0; i--) {
            Incident incident;
            if (!links.isEmpty() && dice.nextInt(3) > 0) {
                Link link = links.get(dice.nextInt(links.size()));
                incident = cut.add(link)
                        ? new Incident.CablesDown(Set.of(link), Notice.CARRIER)
                        : new Incident.CablesUp(Set.of(link));
                if (incident instanceof Incident.CablesUp) {
                    cut.remove(link);
                }
            } else {
                DeviceName device = devices.get(dice.nextInt(devices.size()));
                incident = dead.add(device)
                        ? new Incident.DeviceDown(device, Notice.CARRIER)
                        : new Incident.DeviceUp(device);
                if (incident instanceof Incident.DeviceUp) {
                    dead.remove(device);
                }
            }
            planned.add(new Schedule.Planned(SimTime.ofMillis(millis), incident));
            // Some fall into the convergence of those before, some at the same time.
            millis += dice.nextBoolean() ? dice.nextInt(LONGEST_PAUSE_MILLIS) : dice.nextInt(100);
        }
        return new RandomIncidents(new Schedule(planned), new Outage(dead, cut));
    }

    /** The same, of which some are not noticed, and with routing processes that die, are drained and come back among them. */
    static Schedule ofEveryKind(FabricCase fabric, long seed) {
        Random dice = new Random(seed * 37 + 11);
        Set<DeviceName> dead = new HashSet<>(fabric.outage().devices());
        List<DeviceName> routers = Routers.of(fabric);
        Set<DeviceName> stopped = new HashSet<>();
        Set<DeviceName> drained = new HashSet<>();
        List<Schedule.Planned> planned = new ArrayList<>();
        for (Schedule.Planned each : of(fabric, seed).schedule().incidents()) {
            planned.add(new Schedule.Planned(
                    each.at(), dice.nextInt(3) == 0 ? silently(each.incident()) : each.incident()));
            switch (each.incident()) {
                case Incident.DeviceDown(DeviceName device, Notice _) -> dead.add(device);
                case Incident.DeviceUp(DeviceName device) -> {
                    dead.remove(device);
                    stopped.remove(device);
                    drained.remove(device);
                }
                default -> {}
            }
            DeviceName router = routers.isEmpty() ? null : routers.get(dice.nextInt(routers.size()));
            if (router != null && !dead.contains(router)) {
                Incident incident;
                if (dice.nextBoolean()) {
                    incident = stopped.add(router) ? new Incident.SpeakerDown(router) : new Incident.SpeakerUp(router);
                    if (incident instanceof Incident.SpeakerUp) {
                        stopped.remove(router);
                    }
                } else {
                    incident = drained.add(router) ? new Incident.Drain(router) : new Incident.Undrain(router);
                    if (incident instanceof Incident.Undrain) {
                        drained.remove(router);
                    }
                }
                planned.add(new Schedule.Planned(each.at(), incident));
            }
        }
        return new Schedule(planned);
    }

    private static Incident silently(Incident incident) {
        return switch (incident) {
            case Incident.CablesDown(Set<Link> cables, Notice _) -> new Incident.CablesDown(cables, Notice.SILENT);
            case Incident.DeviceDown(DeviceName device, Notice _) -> new Incident.DeviceDown(device, Notice.SILENT);
            default -> incident;
        };
    }
}
