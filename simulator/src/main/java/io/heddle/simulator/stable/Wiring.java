package io.heddle.simulator.stable;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which switches live, numbered, and which cables carry (rule 1.1). */
final class Wiring {

    private final Fabric fabric;
    private final Outage outage;
    private final List<SwitchConfig> switches = new ArrayList<>();
    private final Map<DeviceName, Integer> numbers = new HashMap<>();

    Wiring(Fabric fabric, NetworkConfig config, Outage outage) {
        this.fabric = fabric;
        this.outage = outage;
        for (SwitchConfig each : config.switches()) {
            if (outage.isUp(each.name())) {
                numbers.put(each.name(), switches.size());
                switches.add(each);
            }
        }
    }

    Outage outage() {
        return outage;
    }

    Fabric fabric() {
        return fabric;
    }

    /** The living switches; a switch's number is its position. */
    List<SwitchConfig> switches() {
        return switches;
    }

    /** The number of a living switch, or -1. */
    int number(DeviceName device) {
        return numbers.getOrDefault(device, -1);
    }

    boolean isUp(DeviceName device) {
        return outage.isUp(device);
    }

    boolean isUp(Link link) {
        return outage.isUp(link);
    }

    /** The far end of the cable in a port if the cable is up. */
    @Nullable
    PortRef farEnd(DeviceName device, PortName port) {
        PortRef near = new PortRef(device, port);
        Optional<Link> link = fabric.linkAt(near);
        return link.isPresent() && outage.isUp(link.get()) ? link.get().otherEnd(near) : null;
    }

    /** The far end of the cable in a port if the port has light. */
    @Nullable
    PortRef litFarEnd(DeviceName device, PortName port) {
        PortRef near = new PortRef(device, port);
        Optional<Link> link = fabric.linkAt(near);
        return link.isPresent() && outage.isLit(link.get(), near) ? link.get().otherEnd(near) : null;
    }

    /** Routed ports of a router with light that lead to {@code neighbor}; of an external router, all its ports. */
    List<PortName> portsTo(Router router, DeviceName neighbor) {
        List<PortName> ports = new ArrayList<>();
        if (router.device() == null) {
            for (Link each : fabric.links()) {
                PortRef near = each.a().device().equals(router.name()) ? each.a() : each.b();
                if (each.touches(router.name()) && each.touches(neighbor) && outage.isLit(each, near)) {
                    ports.add(near.port());
                }
            }
            return ports;
        }
        return portsTo(router.name(), router.routedPorts(), neighbor);
    }

    List<PortName> portsTo(DeviceName device, List<RoutedPort> routedPorts, DeviceName neighbor) {
        List<PortName> ports = new ArrayList<>();
        for (RoutedPort each : routedPorts) {
            if (each.neighbor().equals(neighbor)) {
                PortRef far = litFarEnd(device, each.port());
                if (far != null && far.device().equals(neighbor)) {
                    ports.add(each.port());
                }
            }
        }
        return ports;
    }
}
