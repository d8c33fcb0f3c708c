package io.heddle.topology.check;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.Bandwidth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How much more bandwidth each switch has downwards than upwards. */
public final class Oversubscription {

    /** Nodes are below every switch. */
    private static final int NODE_TIER = -1;

    private Oversubscription() {}

    /** The in-band switches that have a tier above them, in the fabric's order. */
    public static List<TierLoad> of(Fabric fabric) {
        return of(fabric, PortIndex.of(fabric));
    }

    private static List<TierLoad> of(Fabric fabric, PortIndex ports) {
        List<TierLoad> loads = new ArrayList<>();
        for (Switch each : fabric.switches()) {
            OptionalInt own = tier(fabric, each.name());
            Bandwidth up = up(fabric, ports, each.name());
            if (own.isPresent() && !up.equals(Bandwidth.NONE)) {
                loads.add(new TierLoad(each.name(), each.role(), towards(fabric, ports, each, false), up));
            }
        }
        return loads;
    }

    static void check(Fabric fabric, PortIndex ports, Findings findings) {
        for (TierLoad each : of(fabric, ports)) {
            if (!each.down().equals(Bandwidth.NONE)) {
                findings.info(
                        Rule.OVERSUBSCRIPTION,
                        each.device(),
                        each.role() + " with " + each.down() + " down and " + each.up() + " up, " + each.ratioText(),
                        "what the workload can live with; 1:1 blocks nobody");
            }
        }
    }

    /** Bandwidth towards higher tiers; none for a device that is no in-band switch. */
    static Bandwidth up(Fabric fabric, PortIndex ports, DeviceName device) {
        return fabric.findSwitch(device)
                .filter(each -> tier(fabric, device).isPresent())
                .map(each -> towards(fabric, ports, each, true))
                .orElse(Bandwidth.NONE);
    }

    private static Bandwidth towards(Fabric fabric, PortIndex ports, Switch from, boolean upwards) {
        int own = tier(fabric, from.name()).orElseThrow();
        Bandwidth sum = Bandwidth.NONE;
        for (Port port : from.ports()) {
            PortRef ref = new PortRef(from.name(), port.name());
            Link link = fabric.linkAt(ref).orElse(null);
            if (link != null) {
                OptionalInt far = tier(fabric, link.otherEnd(ref).device());
                if (far.isPresent() && (upwards ? far.getAsInt() > own : far.getAsInt() < own)) {
                    sum = sum.plus(ports.speed(link));
                }
            }
        }
        return sum;
    }

    private static OptionalInt tier(Fabric fabric, DeviceName device) {
        if (fabric.findNode(device).isPresent()) {
            return OptionalInt.of(NODE_TIER);
        }
        return fabric.findSwitch(device).map(each -> each.role().tier()).orElse(OptionalInt.empty());
    }
}
