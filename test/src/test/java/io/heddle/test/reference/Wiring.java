package io.heddle.test.reference;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What is left of the cabling under an outage (rule 1.1). */
final class Wiring {

    private final Fabric fabric;
    private final Outage outage;
    private final Map<DeviceName, TreeSet<PortRef>> upPorts = new HashMap<>();
    private final Map<DeviceName, TreeSet<PortRef>> litPorts = new HashMap<>();

    Wiring(Fabric fabric, Outage outage) {
        this.fabric = fabric;
        this.outage = outage;
        for (Link link : fabric.links()) {
            if (outage.isUp(link)) {
                upPorts.computeIfAbsent(link.a().device(), _ -> new TreeSet<>()).add(link.a());
                upPorts.computeIfAbsent(link.b().device(), _ -> new TreeSet<>()).add(link.b());
            }
            for (PortRef end : List.of(link.a(), link.b())) {
                if (outage.isUp(link) || outage.lit().contains(end)) {
                    litPorts.computeIfAbsent(end.device(), _ -> new TreeSet<>()).add(end);
                }
            }
        }
    }

    boolean lives(DeviceName device) {
        return outage.isUp(device);
    }

    /** The far end of the link in this port, if the link is up. */
    Optional<PortRef> upFarEnd(DeviceName device, PortName port) {
        PortRef here = new PortRef(device, port);
        return fabric.linkAt(here).filter(outage::isUp).map(link -> link.otherEnd(here));
    }

    /** The far end of the link in this port, if the port has light. */
    Optional<PortRef> litFarEnd(DeviceName device, PortName port) {
        PortRef here = new PortRef(device, port);
        return litPorts(device).contains(here)
                ? fabric.linkAt(here).map(link -> link.otherEnd(here))
                : Optional.empty();
    }

    /** The device's ports that have light, in port order. */
    List<PortRef> litPorts(DeviceName device) {
        return List.copyOf(litPorts.getOrDefault(device, new TreeSet<>()));
    }

    /** The device's ends of its links that are up, in port order. */
    List<PortRef> upPorts(DeviceName device) {
        return List.copyOf(upPorts.getOrDefault(device, new TreeSet<>()));
    }
}
