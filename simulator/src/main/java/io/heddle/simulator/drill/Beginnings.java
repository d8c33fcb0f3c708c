package io.heddle.simulator.drill;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.timeline.Timeline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the tables of a timeline lead to each thing before anything happens, as a number: pods alike begin alike, too. One may be in a block that is
 * announced while another has an address from elsewhere. Which node an entry leads to is left out where it is the pod's own, so that pods of two nodes can be
 * alike; 64 bits are mixed as in {@link Fates}.
 */
final class Beginnings {

    private final Timeline timeline;
    private final Map<IpAddress, DeviceName> nodeWith = new HashMap<>();
    private final Map<Prefix, Long> prefixes = new HashMap<>();
    private final Map<Prefix, Set<DeviceName>> towards = new HashMap<>();
    private final Map<IpAddress, Long> neighbors = new HashMap<>();
    private final Map<Mac, Long> macs = new HashMap<>();
    private final Map<Prefix, Long> subnets = new HashMap<>();
    /** Where pods are hidden, behind which node others look for an address. */
    private final Map<Prefix, DeviceName> blocks = new HashMap<>();

    private final Set<Integer> lengths = new TreeSet<>();

    Beginnings(Timeline timeline) {
        this.timeline = timeline;
        long number = 0;
        for (Network each : timeline.fabric().networks()) {
            number++;
            for (Prefix subnet : each.subnets()) {
                subnets.merge(subnet, Fates.mix(number), Long::sum);
                lengths.add(subnet.length());
            }
        }
        for (NodeProgram each : timeline.config().nodes()) {
            Looks.own(each).forEach(address -> nodeWith.put(address, each.name()));
            if (each.podVisibility() == NodeProgram.PodVisibility.HIDDEN) {
                each.blocks().forEach(block -> {
                    blocks.put(block, each.name());
                    lengths.add(block.length());
                });
            }
        }
        timeline.tables().forEach(this::add);
    }

    private void add(DeviceName device, SwitchTables tables) {
        long where = Fates.hash(device);
        tables.routes().forEach(each -> add(device, where, each));
        tables.neighbors().forEach(each -> neighbors.merge(each.address(), neighbor(where, each), Long::sum));
        tables.macs().forEach(each -> macs.merge(each.mac(), mac(where, each), Long::sum));
    }

    private void add(DeviceName device, long where, RouteEntry route) {
        Prefix prefix = route.prefix();
        lengths.add(prefix.length());
        long sum = Fates.mix(where + route.vrf().value().hashCode());
        for (NextHop each : route.nextHops()) {
            Optional<DeviceName> node = node(device, each);
            node.ifPresent(name ->
                    towards.computeIfAbsent(prefix, _ -> new HashSet<>()).add(name));
            sum += Fates.mix(where ^ Fates.mix(node.isPresent() ? 1 : each.hashCode() + 2L));
        }
        prefixes.merge(prefix, Fates.mix(sum), Long::sum);
    }

    private Optional<DeviceName> node(DeviceName device, NextHop hop) {
        return switch (hop) {
            case NextHop.ViaPort via -> Optional.of(via.neighbor()).filter(this::isNode);
            case NextHop.OnPort on -> behind(device, on.port());
            case NextHop.ViaVlan via -> Optional.ofNullable(nodeWith.get(via.address()));
            case NextHop.Local _, NextHop.Discard _, NextHop.OnVlan _, NextHop.ViaVtep _ -> Optional.empty();
        };
    }

    private Optional<DeviceName> behind(DeviceName device, PortName port) {
        return timeline.fabric()
                .farEnd(new PortRef(device, port))
                .map(PortRef::device)
                .filter(this::isNode);
    }

    private boolean isNode(DeviceName device) {
        return timeline.fabric().findNode(device).isPresent();
    }

    private static long neighbor(long where, NeighborEntry neighbor) {
        return Fates.mix(
                where + 31L * neighbor.vlan().hashCode() + neighbor.vtep().hashCode());
    }

    private static long mac(long where, FdbEntry mac) {
        long target =
                switch (mac.target()) {
                    case FdbEntry.Target.Port _ -> 1;
                    case FdbEntry.Target.Vteps remote -> remote.vteps().hashCode() + 2L;
                };
        return Fates.mix(where + 31L * mac.vlan().hashCode() + Fates.mix(target));
    }

    /** Of a pod's address, or a node's own. */
    long of(IpAddress address, DeviceName node) {
        long sum = neighbors.getOrDefault(address, 0L);
        for (int each : lengths) {
            if (each <= address.family().bits()) {
                Prefix prefix = Prefix.covering(address, each);
                Set<DeviceName> nodes = towards.getOrDefault(prefix, Set.of());
                long others = nodes.stream()
                        .filter(other -> !other.equals(node))
                        .mapToLong(Fates::hash)
                        .sum();
                // Senders look for it on a network whose subnet it is in, or behind the node whose block it is in,
                // whatever tables say.
                sum += Fates.mix(prefixes.getOrDefault(prefix, 0L)
                        + each
                        + Fates.mix(others)
                        + subnets.getOrDefault(prefix, 0L)
                        + elsewhere(prefix, node));
            }
        }
        return sum;
    }

    private long elsewhere(Prefix block, DeviceName node) {
        DeviceName owner = blocks.getOrDefault(block, node);
        return owner.equals(node) ? 0 : Fates.hash(owner);
    }

    long of(Mac mac) {
        return macs.getOrDefault(mac, 0L);
    }
}
