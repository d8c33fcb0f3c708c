package io.heddle.simulator.event;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.rib.ChosenRoute;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteSource;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.stable.Premises;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where routes that a speaker chose lead (rule 5.4). Single-threaded. */
final class Leading {

    private final DeviceName device;
    private final Ways ways;
    private final Neighborhood neighborhood;

    Leading(DeviceName device, Ways ways, Neighborhood neighborhood) {
        this.device = device;
        this.ways = ways;
        this.neighborhood = neighborhood;
    }

    /** The way of a route of peers; null where its next hops cannot be reached. */
    Content.@Nullable Way way(ChosenRoute route) {
        int paths = route.paths();
        if (route.source(0).kind() != RouteSourceKind.EXTERNAL) {
            TreeSet<io.heddle.model.tables.NextHop> hops = new TreeSet<>();
            Prefix prefix = route.prefix();
            for (int i = 0; i < paths; i++) {
                hops.addAll(hops(prefix, route.source(i), route.attributes(i)));
            }
            return hops.isEmpty() ? null : ways.of(io.heddle.model.tables.RouteSource.BGP_INTERNAL, hops);
        }
        if (isTold(route.source(0))) {
            TreeSet<io.heddle.model.tables.NextHop> hops = new TreeSet<>();
            Prefix prefix = route.prefix();
            for (int i = 0; i < paths; i++) {
                hops.addAll(hops(prefix, route.source(i), route.attributes(i)));
            }
            return hops.isEmpty() ? null : ways.of(io.heddle.model.tables.RouteSource.BGP_EXTERNAL, hops);
        }
        ways.ask(paths);
        for (int i = 0; i < paths; i++) {
            ways.from(route.source(i).number());
        }
        Content.Way known = ways.known();
        if (known != null) {
            return known;
        }
        TreeSet<io.heddle.model.tables.NextHop> hops = new TreeSet<>();
        for (int i = 0; i < paths; i++) {
            Peering.Side side = neighborhood.withPeer(route.source(i).number() - 1);
            if (side != null) {
                hops.add(side.forward);
            }
        }
        return hops.isEmpty() ? null : ways.answer(ways.of(io.heddle.model.tables.RouteSource.BGP_EXTERNAL, hops));
    }

    private boolean isTold(RouteSource source) {
        Peering.Side side = neighborhood.withPeer(source.number() - 1);
        return side != null && side.told;
    }

    /** The same of paths by themselves. */
    Content.@Nullable Way way(Prefix prefix, List<LocRib.Path> paths) {
        TreeSet<io.heddle.model.tables.NextHop> hops = new TreeSet<>();
        for (LocRib.Path each : paths) {
            hops.addAll(hops(prefix, each.source(), each.attributes()));
        }
        if (hops.isEmpty()) {
            return null;
        }
        boolean external = paths.getFirst().source().kind() == RouteSourceKind.EXTERNAL;
        return ways.of(
                external
                        ? io.heddle.model.tables.RouteSource.BGP_EXTERNAL
                        : io.heddle.model.tables.RouteSource.BGP_INTERNAL,
                hops);
    }

    /**
     * What it costs to reach a next hop: nothing where it is adjacent, or not known here by an address of a session. Nobody reaches others by
     * way of itself.
     */
    long cost(NextHop nextHop) {
        IpAddress address = unmapped(nextHop.address());
        Premises premises = neighborhood.premises();
        DeviceName node = neighborhood.nodeAt(address);
        if (node != null) {
            return told(node, address).isEmpty() ? NextHopCosts.UNREACHABLE : 0;
        }
        Peering.Side owner = neighborhood.at(address);
        if (owner == null || premises == null) {
            return 0;
        }
        boolean reached = !owner.device().equals(device)
                && !premises.adjacency(device, owner.device(), IpFamily.IPV4).isEmpty();
        return reached ? 0 : NextHopCosts.UNREACHABLE;
    }

    private List<io.heddle.model.tables.NextHop> hops(Prefix prefix, RouteSource source, AttributeSet attributes) {
        Peering.Side side = neighborhood.withPeer(source.number() - 1);
        if (side == null) {
            return List.of();
        }
        NextHop given = attributes.nextHop().orElse(null);
        if (side.told && given != null) {
            IpAddress address = unmapped(given.address());
            DeviceName node = neighborhood.nodeAt(address);
            return node == null ? List.of() : told(node, address);
        }
        Peering.Side owner = given == null || source.kind() == RouteSourceKind.EXTERNAL
                ? null
                : neighborhood.at(unmapped(given.address()));
        Premises premises = neighborhood.premises();
        if (owner == null || owner.device().equals(side.peer) || premises == null) {
            return List.of(side.forward);
        }
        return premises.adjacency(device, owner.device(), prefix.address().family());
    }

    /** Where a controller's route leads: as a static route to the same node would. */
    private List<io.heddle.model.tables.NextHop> told(DeviceName node, IpAddress address) {
        Premises premises = neighborhood.premises();
        StaticRoute route = new StaticRoute(Prefix.host(address), Optional.of(node), Optional.of(address));
        return premises == null ? List.of() : premises.staticHops(device, route);
    }

    /** An IPv4 address out of the IPv6 address it maps to (RFC 4291 section 2.5.5.2). */
    private static IpAddress unmapped(IpAddress address) {
        boolean mapped = !address.isV4() && address.high() == 0 && address.low() >>> 32 == 0xFFFF;
        return mapped ? IpAddress.v4(address.low() & 0xFFFF_FFFFL) : address;
    }
}
