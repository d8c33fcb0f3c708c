package io.heddle.controller.core.layout;

import io.heddle.controller.core.tree.SortedTree;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fabric as the controller needs it. Every replica is given the same; {@code fingerprint} tells whether it was.
 *
 * @param fingerprint of the files it was made from; replicas compare it
 * @param nodes those that run pods
 * @param planned whose block of the plan a block is
 */
public record Layout(
        String fingerprint,
        SortedTree<DeviceName, NodePlace> nodes,
        SortedTree<DeviceName, SwitchPlace> switches,
        List<Pool> pools,
        Limits limits,
        SortedTree<Prefix, DeviceName> planned) {

    /** No fabric yet. */
    public static final Layout NONE = of("", List.of(), List.of(), List.of(), Limits.DEFAULT);

    public Layout {
        pools = List.copyOf(pools);
    }

    public static Layout of(
            String fingerprint,
            Collection<NodePlace> nodes,
            Collection<SwitchPlace> switches,
            List<Pool> pools,
            Limits limits) {
        Map<DeviceName, NodePlace> byNode = new TreeMap<>();
        nodes.forEach(each -> byNode.put(each.name(), each));
        Map<DeviceName, SwitchPlace> bySwitch = new TreeMap<>();
        switches.forEach(each -> bySwitch.put(each.name(), each));
        Map<Prefix, DeviceName> planned = new TreeMap<>();
        byNode.forEach((name, place) -> place.planned().forEach(each -> {
            DeviceName other = planned.putIfAbsent(each, name);
            if (other != null) {
                throw new IllegalArgumentException("block " + each + " is planned for " + other + " and for " + name);
            }
        }));
        return new Layout(
                fingerprint,
                SortedTree.ofSorted(List.copyOf(byNode.entrySet())),
                SortedTree.ofSorted(List.copyOf(bySwitch.entrySet())),
                pools,
                limits,
                SortedTree.ofSorted(List.copyOf(planned.entrySet())));
    }
}
