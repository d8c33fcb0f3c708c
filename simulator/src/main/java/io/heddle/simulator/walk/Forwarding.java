package io.heddle.simulator.walk;

import io.heddle.model.config.Masquerade;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.stable.StableState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every device of a fabric does with packets while {@code outage} lasts. Single-threaded. */
public final class Forwarding {

    private final NetworkConfig config;
    private final Cables cables;
    private final Owners owners;
    private final NodeForwarding nodes;
    private final Map<DeviceName, SwitchForwarding> switches = new HashMap<>();
    private final Map<DeviceName, List<DeviceName>> neighbors = new HashMap<>();

    /** The state must be that of the same fabric, configuration, pods and outage. */
    public Forwarding(Fabric fabric, NetworkConfig config, Endpoints endpoints, StableState state, Outage outage) {
        this(fabric, config, DataPlane.atRest(fabric, endpoints, state::tables, outage));
    }

    /** As the data plane stands whenever a step is asked for. */
    public Forwarding(Fabric fabric, NetworkConfig config, DataPlane plane) {
        this.config = config;
        cables = new Cables(fabric, config, plane);
        owners = new Owners(config, plane::endpoints);
        nodes = new NodeForwarding(config, cables, owners, plane);
        SwitchForwarding.Network network = new SwitchForwarding.Network() {
            @Override
            public Cables cables() {
                return cables;
            }

            @Override
            public Owners owners() {
                return owners;
            }

            @Override
            public Optional<SwitchConfig> livingSwitch(DeviceName device) {
                return cables.isUp(device) ? config.findSwitch(device) : Optional.empty();
            }
        };
        for (SwitchConfig each : config.switches()) {
            switches.put(
                    each.name(),
                    new SwitchForwarding(
                            each, () -> plane.tables(each.name()), entry -> plane.punted(each.name(), entry), network));
        }
    }

    /** Where a packet to a pod starts in a node; in the nodes' own overlay if the fabric does not see pods. */
    public Position fromNode(DeviceName node, IpAddress to) {
        NodeProgram from = config.findNode(node).orElseThrow(() -> new IllegalArgumentException("no node " + node));
        if (from.podVisibility() != NodeProgram.PodVisibility.HIDDEN
                || owners.pod(node, to).isPresent()) {
            return new Position.Leaving(node, Packet.to(to));
        }
        Optional<NodeProgram> behind = behind(to);
        if (behind.filter(from::equals).isPresent()) {
            return new Position.Dropped(node, Packet.to(to), "in its block, but no pod has " + to);
        }
        return behind.flatMap(each -> between(from, each, to))
                .<Position>map(outer -> new Position.Leaving(node, outer))
                .orElseGet(() -> new Position.Leaving(node, Packet.to(to)));
    }

    /** The node that others' overlay sends a pod's packets to: whose block it is in, wherever the pod is; outside of all blocks, where it is. */
    private Optional<NodeProgram> behind(IpAddress pod) {
        return config.nodes().stream()
                .filter(each -> each.blocks().stream().anyMatch(block -> block.contains(pod)))
                .findFirst()
                .or(() -> config.nodes().stream()
                        .filter(each -> owners.pod(each.name(), pod).isPresent())
                        .findFirst());
    }

    /** The outer packet between two nodes: on the first network that both have an address on. */
    private static Optional<Packet> between(NodeProgram from, NodeProgram to, IpAddress pod) {
        for (NodeProgram.NetworkInterface each : from.interfaces()) {
            Optional<IpAddress> outer = to.interfaces().stream()
                    .filter(other -> other.network().equals(each.network()) || sharesNoName(from, to))
                    .flatMap(other -> other.addresses().stream())
                    .map(address -> address.address())
                    .filter(address -> address.family() == pod.family() || address.isV4())
                    .findFirst();
            if (outer.isPresent()) {
                return Optional.of(new Packet(outer.get(), Optional.of(new Packet.Inside.Pod(pod))));
            }
        }
        return to.loopbacks().stream()
                .findFirst()
                .map(outer -> new Packet(outer, Optional.of(new Packet.Inside.Pod(pod))));
    }

    /** Where each rack has its own slice of a network, nodes of two racks share none by name. */
    private static boolean sharesNoName(NodeProgram from, NodeProgram to) {
        return from.interfaces().stream()
                .map(NodeProgram.NetworkInterface::network)
                .noneMatch(network -> has(to, network));
    }

    private static boolean has(NodeProgram node, NetworkName network) {
        return node.interfaces().stream().anyMatch(each -> each.network().equals(network));
    }

    /** Where a packet starts that a switch routes in the default VRF. */
    public static Position fromSwitch(DeviceName device, IpAddress to) {
        return new Position.Routing(device, VrfName.DEFAULT, Packet.to(to));
    }

    /** What happens to a packet where it is. */
    public Step step(Position at) {
        SwitchForwarding found = switches.get(at.device());
        SwitchForwarding device = found != null && found.lives() ? found : null;
        return switch (at) {
            case Position.Leaving leaving -> nodes.leave(leaving);
            case Position.Entering entering -> nodes.enter(entering);
            case Position.Dropped dropped -> new Step.Ended(dropped, dropped.reason(), Arrival.BLACK_HOLE);
            case Position.Bridging bridging when device != null -> device.bridge(bridging);
            case Position.Routing routing when device != null -> device.route(routing);
            case Position.Bridging _, Position.Routing _ ->
                new Step.Ended(at, at.device() + " is no living switch", Arrival.NO_ROUTE);
        };
    }

    /**
     * The rule by which a node gives packets that a pod of its sends out of it another source, if it does; where they are lost later is no matter. Service
     * addresses are not seen here.
     */
    public Optional<Masquerade> masquerade(DeviceName node, IpAddress from, IpAddress to) {
        return config.findNode(node)
                .flatMap(NodeProgram::masquerade)
                .filter(rule -> rule.rewrites(from, to))
                .filter(_ -> isPod(node, from) && !isPod(node, to));
    }

    /** Whether an address is that of a pod on a node. */
    public boolean isPod(DeviceName node, IpAddress address) {
        return owners.pod(node, address).isPresent();
    }

    /** The devices whose tables decide what happens to a packet where it is: a node that has none asks its neighbours. */
    List<DeviceName> deciding(Position at) {
        return at instanceof Position.Leaving
                ? Stream.concat(Stream.of(at.device()), neighbors(at.device()).stream())
                        .toList()
                : List.of(at.device());
    }

    /** The routers that a node speaks BGP with. */
    public List<DeviceName> neighbors(DeviceName node) {
        return neighbors.computeIfAbsent(node, _ -> config.findNode(node).stream()
                .flatMap(each -> each.bgp().stream())
                .flatMap(each -> each.neighbors().stream())
                .map(Neighbor::peer)
                .toList());
    }

    /** The nodes with a pod or an own address, in the order of the configuration. */
    public Optional<DeviceName> nodeOf(IpAddress address) {
        return owners.nodeOf(address);
    }
}
