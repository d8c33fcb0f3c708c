package io.heddle.test.outage;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.plan.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is done to fabrics of two racks, by name. */
final class Drills {

    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final Duration HOLD_TIME = Duration.ofSeconds(10);
    private static final Duration KEEPALIVE = Duration.ofSeconds(3);
    private static final Duration REACTION = Duration.ofMillis(250);
    private static final Duration DETECTION = Duration.ofMillis(900);
    private static final Duration BFD = Duration.ofSeconds(2);
    private static final Duration FOUR_PACKETS = Prober.ROUND.multipliedBy(4);

    private Drills() {}

    /**
     * A drill.
     *
     * @param phase before it happens a part of this passes, another each time: longer than the periods it depends on
     * @param look how long packets are watched after it began
     * @param matters how long after it began the machine matters: until every timer that is configured has run out, and every router has
     *     had time to answer
     * @param tolerance a run in which a pulse was held up longer does not count, which was stated before any was judged: four packets, where outages are known to a packet (a
     *     lab with nothing beside it holds a pulse up for two by its own work); a fiftieth of what hold timers differ by
     */
    record Timed(RealDrill drill, Duration phase, Duration look, Duration matters, Duration tolerance) {}

    /** Those of a ground, in the order they are run in. */
    static Map<String, Timed> on(Ground ground, Plan plan) {
        return switch (ground) {
            case PLAIN -> plain(plan.fabric());
            case WATCHED -> watched(plan.fabric());
            case BRIDGED -> bridged(plan);
        };
    }

    private static Map<String, Timed> plain(Fabric fabric) {
        DeviceName spine = first(fabric, SwitchRole.SPINE);
        DeviceName leaf = first(fabric, SwitchRole.LEAF);
        Link uplink = uplink(fabric);
        DeviceName node = fabric.nodes().getFirst().name();
        Link cable = link(fabric, each -> each.touches(node) && each.touches(leaf));
        Map<String, Timed> drills = new LinkedHashMap<>();
        drills.put("uplink-cut-at-leaf", quick(new RealDrill.Cut(uplink, leaf)));
        drills.put("uplink-cut-at-spine", quick(new RealDrill.Cut(uplink, spine)));
        drills.put("node-cable-cut-at-leaf", quick(new RealDrill.Cut(cable, leaf)));
        drills.put("node-cable-cut-at-node", quick(new RealDrill.Cut(cable, node)));
        drills.put("spine-dark", quick(new RealDrill.Dark(spine)));
        drills.put("leaf-dark", quick(new RealDrill.Dark(leaf)));
        drills.put("leaf-dead", quick(new RealDrill.Dead(leaf)));
        drills.put("uplink-mended", quick(new RealDrill.Mended(new RealDrill.Cut(uplink, leaf))));
        drills.put("node-cable-mended", quick(new RealDrill.Mended(new RealDrill.Cut(cable, leaf))));
        drills.put("spine-bgpd-killed", quick(new RealDrill.Killed(spine)));
        drills.put("leaf-bgpd-killed", quick(new RealDrill.Killed(leaf)));
        drills.put("uplink-silent", silent(new RealDrill.Silence(leaf, Set.of(uplink))));
        drills.put("spine-silent", silent(new RealDrill.Silence(spine, cables(fabric, spine))));
        drills.put("node-cable-silent", silent(new RealDrill.Silence(leaf, Set.of(cable))));
        return drills;
    }

    private static Map<String, Timed> watched(Fabric fabric) {
        DeviceName spine = first(fabric, SwitchRole.SPINE);
        DeviceName leaf = first(fabric, SwitchRole.LEAF);
        Link uplink = uplink(fabric);
        Map<String, Timed> drills = new LinkedHashMap<>();
        drills.put("uplink-silent-bfd", noticed(new RealDrill.Silence(leaf, Set.of(uplink))));
        drills.put("spine-silent-bfd", noticed(new RealDrill.Silence(spine, cables(fabric, spine))));
        drills.put("uplink-cut-bfd", noticed(new RealDrill.Cut(uplink, leaf)));
        drills.put("spine-bgpd-killed-bfd", noticed(new RealDrill.Killed(spine)));
        return drills;
    }

    /** To another rack, as a virtual machine moves. */
    private static Map<String, Timed> bridged(Plan plan) {
        DeviceName home = plan.fabric().nodes().getFirst().name();
        DeviceName away = plan.fabric().nodes().getLast().name();
        Endpoint pod = plan.endpoints().on(home).orElseThrow().get(0);
        Map<String, Timed> drills = new LinkedHashMap<>();
        drills.put("mac-moved", quick(new Moved(pod, away)));
        return drills;
    }

    private static Timed quick(RealDrill drill) {
        return new Timed(drill, Duration.ofSeconds(1), SHORT, REACTION, FOUR_PACKETS);
    }

    private static Timed silent(RealDrill drill) {
        return new Timed(drill, KEEPALIVE, HOLD_TIME, HOLD_TIME, KEEPALIVE.dividedBy(50));
    }

    private static Timed noticed(RealDrill drill) {
        return new Timed(drill, Duration.ofSeconds(1), BFD, DETECTION.plus(REACTION), FOUR_PACKETS);
    }

    private static Link uplink(Fabric fabric) {
        DeviceName spine = first(fabric, SwitchRole.SPINE);
        DeviceName leaf = first(fabric, SwitchRole.LEAF);
        return link(fabric, each -> each.touches(spine) && each.touches(leaf));
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
