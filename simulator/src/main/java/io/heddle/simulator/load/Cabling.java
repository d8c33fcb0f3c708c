package io.heddle.simulator.load;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The living cables as numbers. A cable has two directions: 2i from its smaller end, 2i+1 towards it. Peer links between leafs are left out: no
 * shortest path takes them while a leaf has an uplink.
 */
final class Cabling {

    /** Super-spines; leafs are 0, spines 1. */
    static final int HIGHEST_TIER = 2;

    private final int[] tiers;

    private final List<Switch> switches;
    private final Map<DeviceName, Integer> numbers = new HashMap<>();
    private final List<Link> links;
    private final Map<Link, Integer> cableNumbers = new HashMap<>();
    private final double[] bitsPerSecond;
    private final int[][] outOf;
    private final int[] target;

    Cabling(Fabric fabric, Outage outage) {
        switches = fabric.switches();
        tiers = new int[switches.size()];
        for (int i = 0; i < tiers.length; i++) {
            numbers.put(switches.get(i).name(), i);
            tiers[i] = tier(switches.get(i));
        }
        links = fabric.links();
        bitsPerSecond = new double[links.size()];
        target = new int[2 * links.size()];
        Map<PortRef, Long> speeds = speeds(fabric);
        List<List<Integer>> out = new ArrayList<>();
        switches.forEach(_ -> out.add(new ArrayList<>()));
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            cableNumbers.put(link, i);
            bitsPerSecond[i] = Math.min(
                    speeds.getOrDefault(link.a(), Long.MAX_VALUE), speeds.getOrDefault(link.b(), Long.MAX_VALUE));
            int a = numbers.getOrDefault(link.a().device(), -1);
            int b = numbers.getOrDefault(link.b().device(), -1);
            target[2 * i] = b;
            target[2 * i + 1] = a;
            if (a >= 0 && b >= 0 && tiers[a] != tiers[b] && outage.isUp(link)) {
                out.get(a).add(2 * i);
                out.get(b).add(2 * i + 1);
            }
        }
        outOf = out.stream()
                .map(each -> each.stream().mapToInt(number -> number).toArray())
                .toArray(int[][]::new);
    }

    private static int tier(Switch device) {
        return switch (device.role()) {
            case LEAF, BORDER_LEAF -> 0;
            case SPINE -> 1;
            case SUPER_SPINE -> HIGHEST_TIER;
            case OUT_OF_BAND -> -1;
        };
    }

    private static Map<PortRef, Long> speeds(Fabric fabric) {
        Map<PortRef, Long> speeds = new HashMap<>();
        for (Switch each : fabric.switches()) {
            for (Port port : each.ports()) {
                speeds.put(new PortRef(each.name(), port.name()), port.speed().bitsPerSecond());
            }
        }
        for (Node node : fabric.nodes()) {
            for (Card card : node.cards()) {
                for (Port port : card.ports()) {
                    speeds.put(
                            new PortRef(node.name(), port.name()), port.speed().bitsPerSecond());
                }
            }
        }
        return speeds;
    }

    int switches() {
        return tiers.length;
    }

    int tier(int device) {
        return tiers[device];
    }

    DeviceName name(int device) {
        return switches.get(device).name();
    }

    int number(DeviceName device) {
        return numbers.getOrDefault(device, -1);
    }

    /** The directed cables from a switch to switches of other tiers. */
    int[] outOf(int device) {
        return outOf[device];
    }

    /** The switch a directed cable leads to, or -1 for a node. */
    int target(int directed) {
        return target[directed];
    }

    int directions() {
        return target.length;
    }

    Link link(int directed) {
        return links.get(directed / 2);
    }

    double bitsPerSecond(int directed) {
        return bitsPerSecond[directed / 2];
    }

    /** A cable in the direction away from {@code from}. */
    int directed(Link link, DeviceName from) {
        Integer number = cableNumbers.get(link);
        if (number == null) {
            throw new IllegalArgumentException("no cable " + link);
        }
        return 2 * number + (link.a().device().equals(from) ? 0 : 1);
    }

    /** Where a directed cable starts and ends, in words. */
    String describe(int directed) {
        Link link = link(directed);
        return directed % 2 == 0 ? link.a() + " to " + link.b() : link.b() + " to " + link.a();
    }
}
