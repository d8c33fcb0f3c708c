package io.heddle.test.reference;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who hears whose EVPN routes, and which of them are usable there (rules 6.2 and 6.3). */
final class EvpnRoutes {

    private final Map<DeviceName, Router> routers;
    private final Propagation propagation;
    private final Map<DeviceName, List<EvpnRoute>> originated = new TreeMap<>();
    private final Map<DeviceName, Propagation.Outcome> outcomes = new TreeMap<>();

    EvpnRoutes(
            Map<DeviceName, Router> routers,
            NetworkConfig config,
            Propagation propagation,
            Layer2 layer2,
            Hosts hosts) {
        this.routers = routers;
        this.propagation = propagation;
        for (SwitchConfig each : config.switches()) {
            Router router = routers.get(each.name());
            if (router != null && each.vtep().isPresent()) {
                Vtep vtep = each.vtep().get();
                originated.put(
                        each.name(), EvpnOriginations.of(each, router.bgp().asn(), vtep, layer2, hosts));
                outcomes.put(
                        each.name(),
                        propagation.solve(
                                new Destination.Evpn(each.name()),
                                Map.of(each.name(), BgpRoute.originatedBy(each.name(), Origin.IGP))));
            }
        }
    }

    /** Originators whose routes never settle. */
    SortedSet<DeviceName> oscillating() {
        SortedSet<DeviceName> found = new TreeSet<>();
        outcomes.forEach((originator, outcome) -> {
            if (outcome.isOscillating()) {
                found.add(originator);
            }
        });
        return found;
    }

    /** The usable routes that a VTEP received. */
    List<EvpnRoute> usableAt(SwitchConfig device, Vtep vtep, Forwarding underlay) {
        Router router = routers.get(device.name());
        List<EvpnRoute> usable = new ArrayList<>();
        if (router == null) {
            return usable;
        }
        outcomes.forEach((originator, outcome) -> {
            if (!originator.equals(device.name())
                    && !propagation.learned(router, outcome).isEmpty()) {
                for (EvpnRoute route : originated.getOrDefault(originator, List.of())) {
                    if (isUsable(route.nextHop(), vtep, underlay)) {
                        usable.add(route);
                    }
                }
            }
        });
        return usable;
    }

    boolean receives(DeviceName name, DeviceName originator) {
        Router router = routers.get(name);
        Propagation.Outcome outcome = outcomes.get(originator);
        return router != null
                && outcome != null
                && !originator.equals(name)
                && !propagation.learned(router, outcome).isEmpty();
    }

    /** Rule 6.3. */
    private static boolean isUsable(IpAddress nextHop, Vtep vtep, Forwarding underlay) {
        return !nextHop.equals(vtep.primary())
                && vtep.anycast().filter(nextHop::equals).isEmpty()
                && isReachable(nextHop, underlay);
    }

    static boolean isReachable(IpAddress nextHop, Forwarding underlay) {
        return underlay.longestMatch(nextHop).filter(EvpnRoutes::leadsOn).isPresent();
    }

    private static boolean leadsOn(RouteEntry route) {
        return route.prefix().length() > 0 && !route.nextHops().contains(new NextHop.Discard());
    }
}
