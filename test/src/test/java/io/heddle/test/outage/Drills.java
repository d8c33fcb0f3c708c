package io.heddle.test.outage;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.SwitchRole;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is done to a fabric of two racks, by name. */
final class Drills {

    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final Duration HOLD_TIME = Duration.ofSeconds(11);
    private static final Duration KEEPALIVE = Duration.ofSeconds(3);
    private static final Duration BFD = Duration.ofSeconds(2);

    private Drills() {}

    /**
     * A drill.
     *
     * @param bfd whether BFD runs
     * @param phase before it happens a part of this passes, another each time: longer than the periods it depends on
     * @param look how long packets are watched after it began
     */
    record Timed(RealDrill drill, boolean bfd, Duration phase, Duration look) {}

    /** Those that need no other fabric, in the order they are run in. */
    static Map<String, Timed> routed(Fabric fabric) {
        DeviceName spine = first(fabric, SwitchRole.SPINE);
        DeviceName leaf = first(fabric, SwitchRole.LEAF);
        Link uplink = link(fabric, each -> each.touches(spine) && each.touches(leaf));
        DeviceName node = fabric.nodes().getFirst().name();
        Link cable = link(fabric, each -> each.touches(node) && each.touches(leaf));
        Map<String, Timed> drills = new LinkedHashMap<>();
        quick(drills, "uplink-cut-at-leaf", new RealDrill.Cut(uplink, leaf));
        quick(drills, "uplink-cut-at-spine", new RealDrill.Cut(uplink, spine));
        quick(drills, "node-cable-cut-at-leaf", new RealDrill.Cut(cable, leaf));
        quick(drills, "node-cable-cut-at-node", new RealDrill.Cut(cable, node));
        quick(drills, "spine-dark", new RealDrill.Dark(spine));
        quick(drills, "leaf-dark", new RealDrill.Dark(leaf));
        quick(drills, "uplink-mended", new RealDrill.Mended(new RealDrill.Cut(uplink, leaf)));
        quick(drills, "node-cable-mended", new RealDrill.Mended(new RealDrill.Cut(cable, leaf)));
        quick(drills, "spine-bgpd-killed", new RealDrill.Killed(spine));
        quick(drills, "leaf-bgpd-killed", new RealDrill.Killed(leaf));
        silent(drills, "uplink-silent", new RealDrill.Silence(leaf, Set.of(uplink)));
        silent(drills, "spine-silent", new RealDrill.Silence(spine, cables(fabric, spine)));
        silent(drills, "node-cable-silent", new RealDrill.Silence(leaf, Set.of(cable)));
        watched(drills, "uplink-silent-bfd", new RealDrill.Silence(leaf, Set.of(uplink)));
        watched(drills, "spine-silent-bfd", new RealDrill.Silence(spine, cables(fabric, spine)));
        watched(drills, "uplink-cut-bfd", new RealDrill.Cut(uplink, leaf));
        watched(drills, "spine-bgpd-killed-bfd", new RealDrill.Killed(spine));
        return drills;
    }

    static Timed named(String name, Fabric fabric) {
        Timed found = routed(fabric).get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no drill " + name);
        }
        return found;
    }

    private static void quick(Map<String, Timed> drills, String name, RealDrill drill) {
        drills.put(name, new Timed(drill, false, Duration.ofSeconds(1), SHORT));
    }

    private static void silent(Map<String, Timed> drills, String name, RealDrill drill) {
        drills.put(name, new Timed(drill, false, KEEPALIVE, HOLD_TIME));
    }

    private static void watched(Map<String, Timed> drills, String name, RealDrill drill) {
        drills.put(name, new Timed(drill, true, Duration.ofSeconds(1), BFD));
    }

    private static DeviceName first(Fabric fabric, SwitchRole role) {
        return fabric.switches().stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Link link(Fabric fabric, Predicate<Link> wanted) {
        return fabric.links().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static Set<Link> cables(Fabric fabric, DeviceName device) {
        return fabric.links().stream().filter(each -> each.touches(device)).collect(Collectors.toSet());
    }
}
