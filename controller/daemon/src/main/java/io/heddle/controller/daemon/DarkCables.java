package io.heddle.controller.daemon;

import io.heddle.controller.onos.openflow.SwitchPort;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cables that switches say carry nothing: their port is down, shut or not there. What a switch said last counts while it is away, since it
 * forwards on by what it holds; one that has said nothing yet has all of them. Single-threaded.
 */
final class DarkCables {

    private final Map<DeviceName, Map<Long, Link>> cabled = new TreeMap<>();
    private final Map<DeviceName, Set<Link>> dark = new TreeMap<>();

    /** @param devices the switches that will say */
    DarkCables(Fabric fabric, Collection<DeviceName> devices) {
        for (DeviceName device : devices) {
            Map<Long, Link> links = new HashMap<>();
            for (Port each : fabric.findSwitch(device).map(Switch::ports).orElse(List.of())) {
                fabric.linkAt(new PortRef(device, each.name()))
                        .ifPresent(link -> links.put((long) each.number(), link));
            }
            cabled.put(device, links);
        }
    }

    /** A switch described all its ports. */
    void saw(DeviceName device, Collection<SwitchPort> ports) {
        Map<Long, Link> missing = new HashMap<>(cabled.getOrDefault(device, Map.of()));
        for (SwitchPort each : ports) {
            if (each.up()) {
                missing.remove(each.number());
            }
        }
        dark.put(device, Set.copyOf(missing.values()));
    }

    /** What is broken, as far as one end of it says so. */
    Outage outage() {
        Set<Link> links = new HashSet<>();
        dark.values().forEach(links::addAll);
        return new Outage(Set.of(), links);
    }

    /** What a person should know of the change from one outage to the next. */
    static List<String> changes(Outage before, Outage now) {
        List<String> changes = new ArrayList<>();
        for (Link each : new TreeSet<>(now.links())) {
            if (!before.links().contains(each)) {
                changes.add(each + " carries nothing: a switch says its port is down");
            }
        }
        for (Link each : new TreeSet<>(before.links())) {
            if (!now.links().contains(each)) {
                changes.add(each + " carries again");
            }
        }
        return changes;
    }
}
