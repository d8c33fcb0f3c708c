package io.heddle.test.reference;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A switch's table of the default VRF (section 4). */
final class Forwarding {

    private final SwitchConfig device;
    private final Optional<Router> router;
    private final NavigableMap<Prefix, NextHop> connected;
    private final NavigableMap<Prefix, SortedSet<NextHop>> statics;
    private final UnicastRoutes bgp;
    private final NextHops nextHops;

    Forwarding(
            SwitchConfig device,
            Map<DeviceName, Router> routers,
            ConnectedRoutes connected,
            StaticRoutes statics,
            UnicastRoutes bgp,
            NextHops nextHops) {
        this.device = device;
        this.router = Optional.ofNullable(routers.get(device.name()));
        this.connected = connected.of(device, VrfName.DEFAULT);
        this.statics = statics.of(device);
        this.bgp = bgp;
        this.nextHops = nextHops;
    }

    List<RouteEntry> all() {
        NavigableSet<Prefix> prefixes = new TreeSet<>(bgp.prefixes());
        device.loopbacks().forEach(each -> prefixes.add(Prefix.host(each)));
        prefixes.addAll(connected.keySet());
        prefixes.addAll(statics.keySet());
        return prefixes.stream().flatMap(each -> route(each).stream()).toList();
    }

    /** The entry for exactly this prefix: the first candidate in the order of {@link RouteSource}. */
    Optional<RouteEntry> route(Prefix prefix) {
        if (device.loopbacks().stream().map(Prefix::host).anyMatch(prefix::equals)) {
            return entry(prefix, RouteSource.LOCAL, List.of(new NextHop.Local()));
        }
        if (connected.containsKey(prefix)) {
            return entry(prefix, RouteSource.CONNECTED, List.of(connected.get(prefix)));
        }
        if (statics.containsKey(prefix)) {
            return entry(prefix, RouteSource.STATIC, statics.get(prefix));
        }
        if (router.isEmpty()) {
            return Optional.empty();
        }
        if (bgp.isActiveAggregate(router.get(), prefix)) {
            return entry(prefix, RouteSource.AGGREGATE, List.of(new NextHop.Discard()));
        }
        return bgp.isOwnBest(router.get(), prefix) ? Optional.empty() : learned(router.get(), prefix);
    }

    /** What a packet to the address follows. */
    Optional<RouteEntry> longestMatch(IpAddress address) {
        for (int length = address.family().bits(); length >= 0; length--) {
            Optional<RouteEntry> found = route(Prefix.covering(address, length));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<RouteEntry> learned(Router self, Prefix prefix) {
        List<Candidate> candidates = bgp.learned(self, prefix);
        Optional<Candidate> best = Decision.best(candidates);
        if (best.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<NextHop> merged = new TreeSet<>();
        for (Candidate each : Decision.multipath(
                best.get(), candidates, self.bgp().maxPaths(), self.bgp().multipathRelax())) {
            merged.addAll(nextHops.of(each, prefix));
        }
        RouteSource source = best.get().isInternal() ? RouteSource.BGP_INTERNAL : RouteSource.BGP_EXTERNAL;
        return entry(prefix, source, merged);
    }

    private static Optional<RouteEntry> entry(Prefix prefix, RouteSource source, Collection<NextHop> nextHops) {
        return Optional.of(new RouteEntry(VrfName.DEFAULT, prefix, source, List.copyOf(nextHops)));
    }
}
