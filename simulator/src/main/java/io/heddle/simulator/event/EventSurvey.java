package io.heddle.simulator.event;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One failure after another on a fabric that comes up once: each is mended before the next, and every table is then compared with how it
 * was before. Where one differs, or the fabric does not come to rest, it comes up anew for the next failure. Timers are in other phases than in a run of its
 * own, so that times differ as they do between two seeds; tables do not.
 */
public final class EventSurvey {

    private final Fabric fabric;
    private final NetworkConfig config;
    private final Endpoints endpoints;
    private final Settings settings;
    private final Groups groups;
    private int starts;

    private EventSurvey(Fabric fabric, NetworkConfig config, Endpoints endpoints, Settings settings, Groups groups) {
        this.fabric = fabric;
        this.config = config;
        this.endpoints = endpoints;
        this.settings = settings;
        this.groups = groups;
    }

    /**
     * Tells what came of each failure, in their order.
     *
     * @param failures cables or devices that fail; each is repaired by itself
     * @return how often the fabric had to come up
     */
    public static int of(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            List<Incident> failures,
            Settings settings,
            BiConsumer<Incident, EventRun> told) {
        failures.forEach(each -> Possible.check(fabric, config, endpoints, Outage.NONE, Schedule.of(each), settings));
        List<Schedule.Planned> all = new ArrayList<>();
        for (Incident each : failures) {
            all.add(new Schedule.Planned(new SimTime(2L * all.size()), each));
            all.add(new Schedule.Planned(new SimTime(2L * all.size()), repair(each)));
        }
        Groups groups = Grouping.of(fabric, config, endpoints, Outage.NONE, new Schedule(all), settings);
        EventSurvey survey = new EventSurvey(fabric, config, endpoints, settings, groups);
        survey.go(failures, told);
        return survey.starts;
    }

    private static Incident repair(Incident failure) {
        return switch (failure) {
            case Incident.CablesDown down -> new Incident.CablesUp(down.cables());
            case Incident.DeviceDown down -> new Incident.DeviceUp(down.device());
            case Incident.SpeakerDown down -> new Incident.SpeakerUp(down.device());
            case Incident.Drain drain -> new Incident.Undrain(drain.device());
            case Incident.CablesUp _,
                    Incident.DeviceUp _,
                    Incident.SpeakerUp _,
                    Incident.Undrain _,
                    Incident.PodsStart _,
                    Incident.PodsStop _,
                    Incident.PodMove _,
                    Incident.ControllersDown _,
                    Incident.ControllersUp _,
                    Incident.ControllersCutOff _,
                    Incident.ControllersJoined _,
                    Incident.StoreDown _,
                    Incident.StoreUp _ ->
                throw new IllegalArgumentException("no failure that can be repaired: " + failure.text());
        };
    }

    private void go(List<Incident> failures, BiConsumer<Incident, EventRun> told) {
        boolean ofLongStanding = failures.stream().anyMatch(Course::isSilent);
        Course course = null;
        for (Incident each : failures) {
            try {
                course = course == null ? start(groups, ofLongStanding) : course;
                told.accept(each, course.happen(Schedule.of(each)));
                course = isUndone(course, each) ? course : null;
            } catch (Groups.Parted unforeseen) {
                course = start(Groups.NONE, ofLongStanding);
                told.accept(each, course.happen(Schedule.of(each)));
                course = null;
            }
        }
    }

    private static boolean isUndone(Course course, Incident failure) {
        return course.isUp() && course.undo(Schedule.of(repair(failure)));
    }

    private Course start(Groups travelling, boolean ofLongStanding) {
        starts++;
        Course course = new Course(new World(fabric, config, endpoints, Outage.NONE, settings, travelling, null));
        course.start(ofLongStanding);
        course.mark();
        return course;
    }
}
