package io.heddle.test.reference;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.VlanId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Bridge domains, and where nodes are attached to them (rules 1.2 to 1.6). */
final class Layer2 {

    private record Place(DeviceName device, VlanId vlan) {}

    private final Fabric fabric;
    private final Wiring wiring;
    private final CarriedVlans carried;
    private final Map<Place, Map<DeviceName, Integer>> distances = new HashMap<>();

    Layer2(Fabric fabric, NetworkConfig config, Wiring wiring) {
        this.fabric = fabric;
        this.wiring = wiring;
        this.carried = new CarriedVlans(fabric, config);
    }

    CarriedVlans carried() {
        return carried;
    }

    /** Rule 1.3, the switch itself included. */
    Set<DeviceName> bridgeDomain(DeviceName device, VlanId vlan) {
        return distancesFrom(device, vlan).keySet();
    }

    /** Rule 1.4: the switches at the far ends of the node's links that carry the VLAN. */
    Set<DeviceName> attachment(DeviceName node, VlanId vlan) {
        return neighbors(node, vlan);
    }

    /** Rule 2.3: a switch is where it is, a node where it is attached. */
    Set<DeviceName> places(DeviceName device, VlanId vlan) {
        return fabric.findSwitch(device).isPresent() ? Set.of(device) : attachment(device, vlan);
    }

    /** Rule 2.3. */
    boolean areConnected(DeviceName one, DeviceName other, VlanId vlan) {
        return places(one, vlan).stream()
                .anyMatch(place -> !Collections.disjoint(bridgeDomain(place, vlan), places(other, vlan)));
    }

    /** Rule 1.5, for every host of the node. */
    boolean isLocal(DeviceName node, DeviceName toSwitch, VlanId vlan) {
        return !Collections.disjoint(bridgeDomain(toSwitch, vlan), attachment(node, vlan));
    }

    /** Rule 1.6: the name of the bridge port on the way to a node that is local. */
    BridgePort bridgePortTowards(DeviceName node, DeviceName from, VlanId vlan) {
        Set<DeviceName> targets = attachment(node, vlan);
        if (targets.contains(from)) {
            return smallestPort(from, Set.of(node), vlan);
        }
        int nearest = nearest(from, targets, vlan).orElseThrow();
        Set<DeviceName> firstHops = new TreeSet<>();
        for (DeviceName hop : neighbors(from, vlan)) {
            if (nearest(hop, targets, vlan).filter(rest -> rest == nearest - 1).isPresent()) {
                firstHops.add(hop);
            }
        }
        return smallestPort(from, firstHops, vlan);
    }

    private Optional<Integer> nearest(DeviceName from, Set<DeviceName> targets, VlanId vlan) {
        return distancesFrom(from, vlan).entrySet().stream()
                .filter(each -> targets.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .min(Integer::compare);
    }

    private BridgePort smallestPort(DeviceName from, Set<DeviceName> towards, VlanId vlan) {
        BridgePort smallest = null;
        for (PortRef port : wiring.upPorts(from)) {
            Optional<PortRef> far = farEndCarrying(port, vlan);
            if (far.isPresent() && towards.contains(far.get().device())) {
                BridgePort here = carried.bridgePortAt(port).orElseThrow();
                if (smallest == null || here.name().compareTo(smallest.name()) < 0) {
                    smallest = here;
                }
            }
        }
        if (smallest == null) {
            throw new IllegalStateException("no port of " + from + " leads to " + towards + " on VLAN " + vlan);
        }
        return smallest;
    }

    private Map<DeviceName, Integer> distancesFrom(DeviceName device, VlanId vlan) {
        return distances.computeIfAbsent(new Place(device, vlan), _ -> breadthFirst(device, vlan));
    }

    private Map<DeviceName, Integer> breadthFirst(DeviceName start, VlanId vlan) {
        Map<DeviceName, Integer> distance = new LinkedHashMap<>();
        Set<DeviceName> ring = Set.of(start);
        for (int hops = 0; !ring.isEmpty(); hops++) {
            Set<DeviceName> next = new TreeSet<>();
            for (DeviceName device : ring) {
                distance.put(device, hops);
                next.addAll(neighbors(device, vlan));
            }
            next.removeAll(distance.keySet());
            ring = next;
        }
        return distance;
    }

    /** Switches across a link that carries the VLAN; nodes do not forward. */
    private Set<DeviceName> neighbors(DeviceName device, VlanId vlan) {
        Set<DeviceName> found = new TreeSet<>();
        for (PortRef port : wiring.upPorts(device)) {
            farEndCarrying(port, vlan)
                    .map(PortRef::device)
                    .filter(each -> fabric.findSwitch(each).isPresent())
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<PortRef> farEndCarrying(PortRef port, VlanId vlan) {
        return carried.isCarriedAt(port, vlan)
                ? wiring.upFarEnd(port.device(), port.port()).filter(far -> carried.isCarriedAt(far, vlan))
                : Optional.empty();
    }
}
