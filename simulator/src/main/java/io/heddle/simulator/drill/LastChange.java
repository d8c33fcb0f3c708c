package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.walk.Walk;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a packet ends where it ends: what changed there last. */
public final class LastChange {

    private LastChange() {}

    /**
     * The last moment up to a time that touched, at one device, what a walk depends on: an entry it looks up, a port or a session of the
     * device, or the device itself.
     */
    public static Optional<Moment> of(Timeline timeline, SimTime until, DeviceName device, Walk walk) {
        Met met = Met.by(walk, Set.of());
        Moment last = null;
        for (Moment each : timeline.moments()) {
            if (each.at().compareTo(until) > 0) {
                break;
            }
            if (touches(each.change(), device, met)) {
                last = each;
            }
        }
        return Optional.ofNullable(last);
    }

    private static boolean touches(Change change, DeviceName device, Met met) {
        return switch (change) {
            case Change.TablesChanged tables ->
                tables.device().equals(device) && Touched.by(tables).matters(met);
            case Change.PartsDown(var parts) ->
                !parts.isUp(device) || parts.links().stream().anyMatch(link -> link.touches(device));
            case Change.PartsUp(var parts) -> !parts.isUp(device);
            case Change.PortOut(var port) -> port.device().equals(device);
            case Change.SessionDown down -> down.at().equals(device);
            case Change.NotWritten missing ->
                missing.device().equals(device)
                        && Touched.by(new Change.TablesChanged(device, List.of(missing.entry()), List.of()))
                                .matters(met);
            case Change.PortIn _,
                    Change.SessionUp _,
                    Change.PodsCame _,
                    Change.PodsWent _,
                    Change.RoutingChanged _,
                    Change.Remark _ -> false;
        };
    }
}
