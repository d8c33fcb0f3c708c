package io.heddle.simulator.event;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.stable.LikePrefixes;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Schedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds the prefixes that fare alike through a schedule, by looking at states the fabric may come to: as it begins, with each thing that
 * an incident touches broken, with other pods. Things touched are broken half of them at a time, by the digits of their numbers, so that any two
 * are told apart in some state. What this does not foresee is noticed when it happens ({@link Groups.Parted}).
 */
final class Grouping {

    /** More states of pods than that are not looked at: such a run is made without groups. */
    private static final int MOST_POD_STATES = 16;

    private final Fabric fabric;
    private final NetworkConfig config;
    private final Set<Link> broken = new LinkedHashSet<>();
    private final List<Premises> states = new ArrayList<>();
    private final Set<Set<Link>> seen = new HashSet<>();

    private Grouping(Fabric fabric, NetworkConfig config, Outage initial) {
        this.fabric = fabric;
        this.config = config;
        fabric.links().stream().filter(each -> !initial.isUp(each)).forEach(broken::add);
    }

    /**
     * Groups for a run; none where controllers take part, whose core tells routes one by one.
     */
    static Groups of(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            Outage initial,
            Schedule schedule,
            Settings settings) {
        int from = settings.groupFrom();
        List<Endpoints> pods = podsOf(endpoints, schedule);
        if (from == Settings.NEVER || settings.controllers().isPresent() || pods.size() > MOST_POD_STATES) {
            return Groups.NONE;
        }
        Grouping grouping = new Grouping(fabric, config, initial);
        Premises beginning = grouping.state(grouping.broken, endpoints);
        if (LikePrefixes.count(beginning) < from) {
            return Groups.NONE;
        }
        grouping.states.add(beginning);
        pods.stream().skip(1).forEach(each -> grouping.states.add(grouping.state(grouping.broken, each)));
        grouping.breakSome(endpoints, grouping.touched(schedule));
        return new Groups(LikePrefixes.of(config, grouping.states));
    }

    private static List<Endpoints> podsOf(Endpoints beginning, Schedule schedule) {
        List<Endpoints> all = new ArrayList<>(List.of(beginning));
        for (Schedule.Planned each : schedule.incidents()) {
            Endpoints last = all.getLast();
            switch (each.incident()) {
                case Incident.PodsStart(List<Endpoint> pods) -> all.add(Pods.changed(last, pods, List.of()));
                case Incident.PodsStop(List<Endpoint> pods) -> all.add(Pods.changed(last, List.of(), pods));
                case Incident.PodMove(Endpoint from, Endpoint to) ->
                    all.add(Pods.changed(last, List.of(to), List.of(from)));
                case Incident.CablesDown _,
                        Incident.CablesUp _,
                        Incident.DeviceDown _,
                        Incident.DeviceUp _,
                        Incident.SpeakerDown _,
                        Incident.SpeakerUp _,
                        Incident.Drain _,
                        Incident.Undrain _,
                        Incident.ControllersDown _,
                        Incident.ControllersUp _,
                        Incident.ControllersCutOff _,
                        Incident.ControllersJoined _,
                        Incident.StoreDown _,
                        Incident.StoreUp _ -> {}
            }
        }
        return all;
    }

    /** Sets of cables that stop or start to carry together. */
    private List<Set<Link>> touched(Schedule schedule) {
        Set<Set<Link>> all = new LinkedHashSet<>();
        for (Schedule.Planned each : schedule.incidents()) {
            switch (each.incident()) {
                case Incident.CablesDown down -> all.add(Set.copyOf(down.cables()));
                case Incident.CablesUp up -> all.add(Set.copyOf(up.cables()));
                case Incident.DeviceDown(DeviceName name, var _) -> all.add(around(name));
                case Incident.DeviceUp(DeviceName name) -> all.add(around(name));
                case Incident.SpeakerDown _,
                        Incident.SpeakerUp _,
                        Incident.Drain _,
                        Incident.Undrain _,
                        Incident.PodsStart _,
                        Incident.PodsStop _,
                        Incident.PodMove _,
                        Incident.ControllersDown _,
                        Incident.ControllersUp _,
                        Incident.ControllersCutOff _,
                        Incident.ControllersJoined _,
                        Incident.StoreDown _,
                        Incident.StoreUp _ -> {}
            }
        }
        return List.copyOf(all);
    }

    private Set<Link> around(DeviceName name) {
        Set<Link> links = new LinkedHashSet<>();
        fabric.links().stream().filter(each -> each.touches(name)).forEach(links::add);
        return links;
    }

    private void breakSome(Endpoints endpoints, List<Set<Link>> touched) {
        seen.add(Set.copyOf(broken));
        if (touched.isEmpty()) {
            return;
        }
        look(endpoints, touched, _ -> true);
        look(endpoints, touched, _ -> false);
        for (int bit = 1; bit < touched.size(); bit <<= 1) {
            int digit = bit;
            look(endpoints, touched, number -> (number & digit) != 0);
            look(endpoints, touched, number -> (number & digit) == 0);
        }
    }

    private void look(Endpoints endpoints, List<Set<Link>> touched, IntPredicate isDown) {
        Set<Link> down = new LinkedHashSet<>(broken);
        for (int i = 0; i < touched.size(); i++) {
            if (!isDown.test(i)) {
                down.removeAll(touched.get(i));
            }
        }
        for (int i = 0; i < touched.size(); i++) {
            if (isDown.test(i)) {
                down.addAll(touched.get(i));
            }
        }
        if (seen.add(Set.copyOf(down))) {
            states.add(state(down, endpoints));
        }
    }

    private Premises state(Set<Link> down, Endpoints endpoints) {
        return Premises.of(fabric, config, endpoints, new Outage(Set.of(), down));
    }
}
