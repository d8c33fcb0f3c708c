package io.heddle.simulator.event;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which cables which device takes for dead. A device knows of its own ports by carrier or LACP; of cables between others it needs to
 * know only where layer 2 leads, and learns it when that has settled. Single-threaded.
 */
final class Knowledge {

    private final Set<PortRef> out = new HashSet<>();
    private final Set<Link> settled = new HashSet<>();
    private final Map<DeviceName, Outage> believed = new HashMap<>();

    /** What is broken from the beginning is known to all. */
    Knowledge(Iterable<Link> dead) {
        for (Link each : dead) {
            out.add(each.a());
            out.add(each.b());
            settled.add(each);
        }
    }

    /** A device stops using a port, or uses it again; false if it did so before. */
    boolean learn(PortRef port, boolean down) {
        believed.clear();
        return down ? out.add(port) : out.remove(port);
    }

    /** Layer 2 has settled on a cable as its ends see it. */
    void settle(Link link) {
        boolean down = out.contains(link.a()) || out.contains(link.b());
        if (down ? settled.add(link) : settled.remove(link)) {
            believed.clear();
        }
    }

    /** What a device takes for broken. */
    Outage believedBy(DeviceName device) {
        return believed.computeIfAbsent(device, this::believe);
    }

    private Outage believe(DeviceName device) {
        Set<Link> down = new HashSet<>();
        for (Link each : settled) {
            if (!each.touches(device)) {
                down.add(each);
            }
        }
        return new Outage(Set.of(), down);
    }

    /** The same with the device's own cables. */
    Outage believedBy(DeviceName device, Iterable<Link> own) {
        Set<Link> down = new HashSet<>(believedBy(device).links());
        for (Link each : own) {
            PortRef near = each.a().device().equals(device) ? each.a() : each.b();
            if (out.contains(near)) {
                down.add(each);
            }
        }
        return new Outage(Set.of(), down);
    }
}
