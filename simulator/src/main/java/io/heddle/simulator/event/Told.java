package io.heddle.simulator.event;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.controller.core.speak.Marks;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.tables.NextHop;
import io.heddle.simulator.stable.Premises;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What controllers and switches say to each other, and what it means there. Single-threaded. */
final class Told {

    private static final Set<AddressFamily> FAMILIES = Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST);

    /** Controllers' sessions come after all others where nothing else tells routes apart. */
    private static final int RANK = 1_000_000;

    private final Controllers given;
    private final Map<DeviceName, Map<IpAddress, DeviceName>> nodeAt = new HashMap<>();

    Told(Controllers given) {
        this.given = given;
        for (NodePlace node : given.layout().nodes().values()) {
            for (NodePlace.Uplink each : node.uplinks()) {
                for (IpFamily family : IpFamily.values()) {
                    each.nextHop(family).ifPresent(address -> nodeAt.computeIfAbsent(each.leaf(), _ -> new HashMap<>())
                            .put(address, node.name()));
                }
            }
        }
    }

    /** The sessions of a controller with the switches of a fabric, by what both ends are told. */
    List<Premises.Direction> sessions(Replica replica, Map<DeviceName, BgpConfig> routers) {
        List<Premises.Direction> all = new ArrayList<>();
        for (SwitchPlace place : given.layout().switches().values()) {
            BgpConfig router = routers.get(place.name());
            if (place.told() && router != null) {
                IpAddress address = router.routerId();
                // RFC 8212: what is not asked for is not taken, by neither side.
                PeerGroup ours = group(Policy.REJECT_ALL, Marks.EXPORT, PeerGroup.NextHopMode.UNCHANGED);
                PeerGroup theirs = group(Policy.ACCEPT_ALL, Policy.REJECT_ALL, PeerGroup.NextHopMode.STANDARD);
                Neighbor toSwitch =
                        new Neighbor(place.name(), Optional.empty(), Optional.of(address), router.asn(), ours);
                Neighbor toController =
                        new Neighbor(replica.name, Optional.empty(), Optional.of(address), given.asn(), theirs);
                int rank = RANK + replica.number;
                NextHop nowhere = new NextHop.Discard();
                all.add(new Premises.Direction(replica.name, place.name(), toController, toSwitch, rank, nowhere));
                all.add(new Premises.Direction(place.name(), replica.name, toSwitch, toController, rank, nowhere));
            }
        }
        return all;
    }

    private static PeerGroup group(Policy in, Policy out, PeerGroup.NextHopMode nextHop) {
        return new PeerGroup("controllers", FAMILIES, in, out, false, nextHop, 0, false);
    }

    /** The node that has a next hop of a controller's route at a switch. */
    @Nullable
    DeviceName nodeAt(DeviceName device, IpAddress address) {
        return nodeAt.getOrDefault(device, Map.of()).get(address);
    }

    /** What switches are told at the end, in words of static routes: by every controller that reaches them. */
    Map<DeviceName, List<StaticRoute>> routes(ControlPlane control) {
        Map<DeviceName, List<StaticRoute>> all = new LinkedHashMap<>();
        for (SwitchPlace place : given.layout().switches().values()) {
            if (!place.told()) {
                continue;
            }
            Set<StaticRoute> routes = new LinkedHashSet<>();
            for (Replica replica : control.telling()) {
                for (Announcement each : replica.telling(place.name())) {
                    if (each instanceof Announcement.Unicast(var prefix, var nextHop, var _)) {
                        routes.add(new StaticRoute(
                                prefix, Optional.ofNullable(nodeAt(place.name(), nextHop)), Optional.of(nextHop)));
                    }
                }
            }
            all.put(place.name(), List.copyOf(routes));
        }
        return all;
    }
}
