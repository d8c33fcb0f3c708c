package io.heddle.simulator.load;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortIndex;
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

    private static final int NO_TIER = -1;

    private final int[] tiers;

    private final List<Switch> switches;
    private final List<Link> links;
    private final Map<Link, Integer> cableNumbers = new HashMap<>();
    private final double[] bitsPerSecond;
    private final int[][] outOf;
    private final int[] target;

    Cabling(Fabric fabric, Outage outage) {
        Map<DeviceName, Integer> numbers = new HashMap<>();
        switches = fabric.switches();
        tiers = new int[switches.size()];
        for (int i = 0; i < tiers.length; i++) {
            numbers.put(switches.get(i).name(), i);
            tiers[i] = switches.get(i).role().tier().orElse(NO_TIER);
        }
        links = fabric.links();
        bitsPerSecond = new double[links.size()];
        target = new int[2 * links.size()];
        PortIndex ports = PortIndex.of(fabric);
        List<List<Integer>> out = new ArrayList<>();
        switches.forEach(_ -> out.add(new ArrayList<>()));
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            cableNumbers.put(link, i);
            bitsPerSecond[i] = (double) ports.speed(link).bitsPerSecond();
            int a = numbers.getOrDefault(link.a().device(), -1);
            int b = numbers.getOrDefault(link.b().device(), -1);
            target[2 * i] = b;
            target[2 * i + 1] = a;
            if (a >= 0 && b >= 0 && carries(a, b) && outage.isUp(link)) {
                out.get(a).add(2 * i);
                out.get(b).add(2 * i + 1);
            }
        }
        outOf = out.stream()
                .map(each -> each.stream().mapToInt(number -> number).toArray())
                .toArray(int[][]::new);
    }

    private boolean carries(int a, int b) {
        return tiers[a] != tiers[b] && tiers[a] != NO_TIER && tiers[b] != NO_TIER;
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
