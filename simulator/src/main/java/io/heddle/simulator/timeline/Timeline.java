package io.heddle.simulator.timeline;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.tables.SwitchTables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a fabric stood and everything that changed since. Immutable.
 *
 * @param endpoints the pods at the beginning
 * @param tables of every living switch at the beginning, in the order of the configuration; nodes that speak BGP may have tables too (routes of
 *     the default VRF), and those that have none forward as they are told
 * @param outage what was broken at the beginning; ports on broken cables are not used then
 * @param moments in the order of time; those of one time in the order they happened
 * @param told what controllers tell switches at the end, in words of static routes; empty where none take part
 * @param traffic what was sent since time 0
 */
public record Timeline(
        Fabric fabric,
        NetworkConfig config,
        Endpoints endpoints,
        Map<DeviceName, SwitchTables> tables,
        Outage outage,
        List<Moment> moments,
        Map<DeviceName, List<StaticRoute>> told,
        Traffic traffic,
        Ending ending) {

    public Timeline {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        moments = List.copyOf(moments);
        told = Map.copyOf(told);
        for (int i = 1; i < moments.size(); i++) {
            if (moments.get(i).at().compareTo(moments.get(i - 1).at()) < 0) {
                throw new IllegalArgumentException(
                        "time goes backwards: " + moments.get(i) + " after " + moments.get(i - 1));
            }
        }
    }

    /** The same beginning, with nothing that happened. */
    public static Timeline still(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            Map<DeviceName, SwitchTables> tables,
            Outage outage) {
        return new Timeline(
                fabric,
                config,
                endpoints,
                tables,
                outage,
                List.of(),
                Map.of(),
                Traffic.NONE,
                new Ending.Quiet(SimTime.ZERO));
    }

    /** The same beginning, with these moments and their end. */
    public Timeline with(List<Moment> happened, Traffic sent, Ending end) {
        return new Timeline(fabric, config, endpoints, tables, outage, happened, told, sent, end);
    }

    /** The same, with what controllers tell at its end. */
    public Timeline withTold(Map<DeviceName, List<StaticRoute>> routes) {
        return new Timeline(fabric, config, endpoints, tables, outage, moments, routes, traffic, ending);
    }
}
