package io.heddle.simulator.event;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Schedule;

/** The event-driven simulation; see the package. */
public final class EventSimulation {

    private EventSimulation() {}

    /**
     * Brings a fabric up, lets it come to rest, has the incidents happen, and lets it come to rest again.
     *
     * @param initial what is broken from the beginning
     * @throws ImpossibleIncident if one cannot happen, naming it
     */
    public static EventRun run(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            Outage initial,
            Schedule schedule,
            Settings settings) {
        Possible.check(fabric, config, endpoints, initial, schedule, settings);
        Groups groups = Grouping.of(fabric, config, endpoints, initial, schedule, settings);
        if (!groups.isEmpty()) {
            try {
                return run(new World(fabric, config, endpoints, initial, settings, groups, null), schedule);
            } catch (Groups.Parted unforeseen) {
                // Nothing of such a run is used; one without groups needs to foresee nothing.
            }
        }
        return run(new World(fabric, config, endpoints, initial, settings, Groups.NONE, null), schedule);
    }

    /** The same with everything that happens told to a tracer, and every prefix by itself. */
    public static EventRun run(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            Outage initial,
            Schedule schedule,
            Settings settings,
            Tracer tracer) {
        Possible.check(fabric, config, endpoints, initial, schedule, settings);
        return run(new World(fabric, config, endpoints, initial, settings, Groups.NONE, tracer), schedule);
    }

    private static EventRun run(World world, Schedule schedule) {
        Course course = new Course(world);
        course.start(schedule.incidents().stream().anyMatch(each -> Course.isSilent(each.incident())));
        return course.happen(schedule);
    }
}
