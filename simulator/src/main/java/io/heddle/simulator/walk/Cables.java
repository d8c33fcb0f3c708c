package io.heddle.simulator.walk;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.VlanId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which cables in use carry what (rules 1.1 and 1.2 of {@code docs/stable-state.md}). */
final class Cables {

    /**
     * A cable that a device sends over, and the device at its far end.
     *
     * @param whole whether what is sent arrives and is taken: the cable may be broken unnoticed, or unused by the far end
     */
    record Way(Link link, DeviceName to, boolean whole) {

        /** Over this cable, or into nothing. */
        Leg leg(Position there) {
            DeviceName from =
                    link.a().device().equals(to) ? link.b().device() : link.a().device();
            String nothing = "sent over cable " + link + ", which delivers nothing";
            return Leg.over(link, whole ? there : new Position.Dropped(from, there.packet(), nothing));
        }
    }

    private final Fabric fabric;
    private final DataPlane plane;
    private final Map<DeviceName, List<Link>> byDevice = new HashMap<>();
    private final Map<PortRef, BridgePort> bridgePorts = new HashMap<>();
    private final Map<NetworkName, VlanId> vlans = new HashMap<>();

    Cables(Fabric fabric, NetworkConfig config, DataPlane plane) {
        this.fabric = fabric;
        this.plane = plane;
        for (Link each : fabric.links()) {
            byDevice.computeIfAbsent(each.a().device(), _ -> new ArrayList<>()).add(each);
            byDevice.computeIfAbsent(each.b().device(), _ -> new ArrayList<>()).add(each);
        }
        for (SwitchConfig each : config.switches()) {
            for (BridgePort port : each.bridgePorts()) {
                port.members().forEach(member -> bridgePorts.put(new PortRef(each.name(), member), port));
            }
        }
        fabric.networks().forEach(each -> vlans.put(each.name(), each.vlan()));
    }

    /** The cable in a port if the device uses it. */
    Optional<Way> at(DeviceName device, PortName port) {
        PortRef near = new PortRef(device, port);
        return fabric.linkAt(near).filter(_ -> plane.uses(near)).map(link -> way(link, near));
    }

    private Way way(Link link, PortRef near) {
        PortRef far = link.otherEnd(near);
        return new Way(link, far.device(), plane.outage().isUp(link) && plane.uses(far));
    }

    List<Way> at(DeviceName device, List<PortName> ports) {
        return ports.stream().flatMap(each -> at(device, each).stream()).toList();
    }

    Optional<Network> network(NetworkName name) {
        return fabric.networks().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    Optional<Network> network(VlanId vlan) {
        return fabric.networks().stream()
                .filter(each -> each.vlan().equals(vlan))
                .findFirst();
    }

    /** A node's cables in use that carry a network to a switch. */
    List<Way> ofNode(DeviceName name, NetworkName network) {
        Node node = fabric.findNode(name).orElseThrow(() -> new IllegalArgumentException("there is no node " + name));
        VlanId vlan = vlans.get(network);
        if (vlan == null) {
            return List.of();
        }
        List<PortName> ports = new ArrayList<>();
        for (Bond each : node.bonds()) {
            if (each.networks().contains(network)
                    || each.nativeNetwork().filter(network::equals).isPresent()) {
                ports.addAll(each.members());
            }
        }
        for (Node.PortNetworks each : node.portNetworks()) {
            if (each.networks().contains(network)) {
                ports.add(each.port());
            }
        }
        return ports.stream()
                .flatMap(each -> at(name, each).stream())
                .filter(way -> carries(way.link().otherEnd(near(way, name)), vlan))
                .toList();
    }

    private static PortRef near(Way way, DeviceName device) {
        Link link = way.link();
        return link.a().device().equals(device) ? link.a() : link.b();
    }

    private boolean carries(PortRef port, VlanId vlan) {
        BridgePort bridgePort = bridgePorts.get(port);
        return bridgePort != null && bridgePort.carries(vlan);
    }

    /** The cables of a bridge port that are in use. */
    List<Way> of(SwitchConfig device, String bridgePort) {
        return device.bridgePorts().stream()
                .filter(each -> each.name().equals(bridgePort))
                .flatMap(each -> at(device.name(), each.members()).stream())
                .toList();
    }

    /** The cables on which a shortest path over the VLAN's bridges to a switch that {@code wanted} accepts begins. */
    List<Way> towards(SwitchConfig from, VlanId vlan, Predicate<DeviceName> wanted) {
        List<Way> first = bridged(from.name(), vlan);
        for (Way each : first) {
            if (wanted.test(each.to())) {
                return first.stream().filter(way -> wanted.test(way.to())).toList();
            }
        }
        Map<DeviceName, Way> entered = new HashMap<>();
        ArrayDeque<DeviceName> queue = new ArrayDeque<>();
        Set<DeviceName> seen = new HashSet<>(Set.of(from.name()));
        for (Way each : first) {
            if (seen.add(each.to())) {
                entered.put(each.to(), each);
                queue.add(each.to());
            }
        }
        while (!queue.isEmpty()) {
            DeviceName at = queue.remove();
            Way way = entered.get(at);
            for (Way next : bridged(at, vlan)) {
                if (way != null && seen.add(next.to())) {
                    if (wanted.test(next.to())) {
                        return List.of(way);
                    }
                    entered.put(next.to(), way);
                    queue.add(next.to());
                }
            }
        }
        return List.of();
    }

    private List<Way> bridged(DeviceName device, VlanId vlan) {
        List<Way> ways = new ArrayList<>();
        for (Link each : byDevice.getOrDefault(device, List.of())) {
            PortRef near = each.a().device().equals(device) ? each.a() : each.b();
            if (plane.uses(near) && carries(each.a(), vlan) && carries(each.b(), vlan)) {
                ways.add(way(each, near));
            }
        }
        return ways;
    }

    boolean isUp(DeviceName device) {
        return plane.outage().isUp(device);
    }
}
