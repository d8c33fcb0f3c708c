package io.heddle.controller.southbound;

import io.heddle.controller.core.announce.HostOrigin;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a switch tells: its own routes and those it heard of from others, without what came from the controller. Only looked at. */
public record Observation(DeviceName device, SortedMap<RouteKey, Route> routes) {

    /**
     * A route.
     *
     * @param evpn with all its fields, if it is one
     */
    public record Route(IpAddress nextHop, Optional<EvpnRoute> evpn) {}

    public Observation {
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
    }

    /** The MACs that switches announce by themselves: the controller must not announce them too. */
    public List<HostOrigin> origins() {
        return routes.values().stream().flatMap(each -> origin(each).stream()).toList();
    }

    private static Optional<HostOrigin> origin(Route route) {
        return route.evpn()
                .filter(EvpnRoute.MacIp.class::isInstance)
                .map(EvpnRoute.MacIp.class::cast)
                .flatMap(host -> host.label().vni().map(vni -> new HostOrigin(host.mac(), vni, route.nextHop())));
    }
}
